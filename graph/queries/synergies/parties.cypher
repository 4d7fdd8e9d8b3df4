// takes $id; gives the firms of a synergy in order, with their commune's name
MATCH (s:Synergy {id: $id})-[i:INVOLVES]->(f:Firm)
OPTIONAL MATCH (f)-[:IN_COMMUNE]->(c:Commune)
RETURN f.id AS id, f.name AS name, f.nace AS nace, f.activity AS activity, f.headcount AS headcount, f.lat AS lat,
       f.lon AS lon, c.name AS commune_name, i.role AS role, i.step AS step
ORDER BY step, id
