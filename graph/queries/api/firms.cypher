// takes $id, $commune, $nace (each '' for any), $after (an id, '' for the first), $limit; gives firms by id: id, name, nace,
// commune, commune_name, lat, lon, headcount, activity
MATCH (f:Firm)
WHERE f.id > $after AND ($id = '' OR f.id = $id) AND ($commune = '' OR f.commune = $commune)
  AND ($nace = '' OR $nace IN f.nace)
WITH f ORDER BY f.id LIMIT $limit
OPTIONAL MATCH (f)-[:IN_COMMUNE]->(c:Commune)
RETURN f.id AS id, f.name AS name, f.nace AS nace, f.commune AS commune, c.name AS commune_name, f.lat AS lat,
       f.lon AS lon, f.headcount AS headcount, f.activity AS activity
ORDER BY id
