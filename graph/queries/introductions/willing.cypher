// takes $judgements; gives the ids of the leads at one of these whose firms all said yes and were not introduced yet
UNWIND $judgements AS judgement
MATCH (s:Synergy {judgement: judgement})-[i:INVOLVES]->(:Firm)
WHERE s.introduced_at IS NULL
WITH s, count(i) AS firms, sum(CASE WHEN i.agreed = 'yes' THEN 1 ELSE 0 END) AS willing
WHERE firms > 1 AND firms = willing
RETURN s.id AS id
ORDER BY id
