// takes $id, $limit; gives ids of the other leads that rest on a flow this one rests on, best first, and which flow
MATCH (s:Synergy {id: $id})-[:RESTS_ON]->(w:Flow)<-[:RESTS_ON]-(o:Synergy)
WHERE o.id <> s.id
WITH o, min(w.id) AS flow
RETURN o.id AS id, flow
ORDER BY coalesce(o.score, 0.0) DESC, id LIMIT $limit
