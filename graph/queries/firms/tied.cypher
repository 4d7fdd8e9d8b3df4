// takes $ids; gives the ids of these firms that something holds on to besides its place, its trade and open proposals:
// flows, leads that people identified or judged, answers
UNWIND $ids AS id
MATCH (f:Firm {id: id})-[r]-(other)
WHERE NOT type(r) IN ['IN_COMMUNE', 'HAS_ACTIVITY']
OPTIONAL MATCH (d:Decision)-[:ON]->(other)
WITH f, r, other, count(d) AS decisions
WHERE type(r) <> 'INVOLVES' OR other.origin <> 'matcher' OR other.judgement <> 'proposed' OR decisions > 0
RETURN DISTINCT f.id AS id
ORDER BY id
