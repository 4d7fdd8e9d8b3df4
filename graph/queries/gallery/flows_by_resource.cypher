// takes $lang, $commune ('' for all); gives commune, resource, direction, flows, firms: what is offered, needed and shared
MATCH (f:Firm)-[d:OFFERS|NEEDS|POOLS]->(w:Flow)-[:OF]->(r:Resource)
WHERE $commune = '' OR f.commune = $commune
OPTIONAL MATCH (f)-[:IN_COMMUNE]->(c:Commune)
WITH coalesce(c.name, '') AS commune, CASE $lang WHEN 'en' THEN r.en ELSE r.fr END AS resource, type(d) AS direction, w, f
RETURN commune, resource, direction, count(w) AS flows, count(DISTINCT f) AS firms
ORDER BY flows DESC, commune, resource, direction
