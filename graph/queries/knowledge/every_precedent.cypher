// takes nothing; gives every documented exchange, as put_precedents takes them; use_id '' for a sharing
MATCH (p:Precedent)-[:OF]->(r:Resource)
OPTIONAL MATCH (p)-[:INTO]->(u:Use)
RETURN p.id AS id, p.place AS place, p.country AS country, p.year AS year, p.giver AS giver, p.giver_nace AS giver_nace,
       p.taker AS taker, p.taker_nace AS taker_nace, r.id AS resource_id, coalesce(u.id, '') AS use_id, p.fr AS fr,
       p.en AS en, p.source AS source
ORDER BY id
