// takes $id, $at, $by, $judgements; introduces the firms of a synergy to each other when all of them said yes; gives the
// id, or no row. The lock is taken by writing before the answers are looked at.
MATCH (s:Synergy {id: $id})
SET s.touched = $at
WITH s
MATCH (s)-[i:INVOLVES]->(:Firm)
WITH s, count(i) AS firms, sum(CASE WHEN i.agreed = 'yes' THEN 1 ELSE 0 END) AS willing
WHERE firms > 1 AND firms = willing AND s.judgement IN $judgements AND s.introduced_at IS NULL
SET s.introduced_at = $at, s.introduced_by = $by
RETURN s.id AS id
