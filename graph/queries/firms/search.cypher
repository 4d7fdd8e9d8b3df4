// takes $text in lower case ('' for all), $commune ('' for all), $skip, $limit; gives firms by name, with their flows
MATCH (f:Firm)
WHERE ($commune = '' OR f.commune = $commune)
  AND ($text = '' OR toLower(f.name) CONTAINS $text OR toLower(f.activity) CONTAINS $text OR toLower(f.id) = $text)
WITH f ORDER BY f.name, f.id SKIP $skip LIMIT $limit
OPTIONAL MATCH (f)-[:IN_COMMUNE]->(c:Commune)
OPTIONAL MATCH (f)-[:OFFERS|NEEDS|POOLS]->(w:Flow)
RETURN f.id AS id, f.name AS name, f.nace AS nace, c.name AS commune_name, f.headcount AS headcount,
       f.activity AS activity, count(w) AS flows
ORDER BY name, id
