// takes $resource, $use ('' for any); gives the documented exchanges of a resource, those into the use first
MATCH (p:Precedent)-[:OF]->(:Resource {id: $resource})
OPTIONAL MATCH (p)-[:INTO]->(u:Use)
RETURN p.id AS id, p.place AS place, p.country AS country, p.year AS year, p.giver AS giver, p.taker AS taker,
       p.fr AS fr, p.en AS en, p.source AS source, u.id AS use_id
ORDER BY CASE WHEN u.id = $use THEN 0 ELSE 1 END, year, id
