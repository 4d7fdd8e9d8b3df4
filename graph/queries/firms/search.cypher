// takes $ids; gives these firms with their commune's name and how many flows they have, by name
UNWIND $ids AS id
MATCH (f:Firm {id: id})
OPTIONAL MATCH (f)-[:IN_COMMUNE]->(c:Commune)
OPTIONAL MATCH (f)-[:OFFERS|NEEDS|POOLS]->(w:Flow)
RETURN f.id AS id, f.name AS name, f.nace AS nace, c.name AS commune_name, f.headcount AS headcount,
       f.activity AS activity, count(w) AS flows
ORDER BY name, id
