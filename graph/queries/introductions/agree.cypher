// takes $id, $firm, $agreed (yes or no), $at, $judgements; notes what a firm says to being introduced, as long as it was
// not; gives the id, or no row. The lock is taken by writing before the introduction is looked at.
MATCH (s:Synergy {id: $id})-[i:INVOLVES]->(:Firm {id: $firm})
SET s.touched = $at
WITH s, i
WHERE s.judgement IN $judgements AND s.introduced_at IS NULL
SET i.agreed = $agreed, i.agreed_at = $at
RETURN s.id AS id
