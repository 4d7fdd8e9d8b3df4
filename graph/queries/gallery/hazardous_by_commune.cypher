// takes $lang; gives commune, code, resource, flows, tonnes: flows offered whose resource is hazardous waste, by first code
MATCH (f:Firm)-[:OFFERS]->(w:Flow)-[:OF]->(r:Resource)-[k:CODED_AS]->(e:WasteCode)
WHERE k.rank = 0 AND e.hazardous
OPTIONAL MATCH (f)-[:IN_COMMUNE]->(c:Commune)
WITH coalesce(c.name, '') AS commune, e.id AS code, CASE $lang WHEN 'en' THEN r.en ELSE r.fr END AS resource, w
RETURN commune, code, resource, count(w) AS flows,
       sum(CASE w.unit WHEN 't' THEN coalesce(w.quantity, 0.0) WHEN 'kg' THEN coalesce(w.quantity, 0.0) / 1000.0
           ELSE 0.0 END) AS tonnes
ORDER BY flows DESC, commune, code, resource
