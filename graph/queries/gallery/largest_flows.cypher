// takes $lang, $unit, $limit; gives firm, commune, direction, resource, quantity, unit, provenance: the largest flows
// of one unit a year
MATCH (f:Firm)-[d:OFFERS|NEEDS|POOLS]->(w:Flow {unit: $unit})-[:OF]->(r:Resource)
WHERE w.quantity IS NOT NULL
WITH f, d, w, r ORDER BY w.quantity DESC, w.id LIMIT $limit
OPTIONAL MATCH (f)-[:IN_COMMUNE]->(c:Commune)
RETURN f.name AS firm, coalesce(c.name, '') AS commune, type(d) AS direction,
       CASE $lang WHEN 'en' THEN r.en ELSE r.fr END AS resource, w.quantity AS quantity, w.unit AS unit,
       w.provenance AS provenance
ORDER BY quantity DESC, firm, resource
