// takes $ids; gives the ids of these flows that a lead rests on which people identified or judged
UNWIND $ids AS id
MATCH (w:Flow {id: id})<-[:RESTS_ON]-(s:Synergy)
OPTIONAL MATCH (d:Decision)-[:ON]->(s)
WITH w, s, count(d) AS decisions
WHERE s.origin <> 'matcher' OR s.judgement <> 'proposed' OR decisions > 0
RETURN DISTINCT w.id AS id
ORDER BY id
