// takes $lang, $at_least; gives resource, firms, names: what several firms told or are supposed to have to share
MATCH (f:Firm)-[:POOLS]->(w:Flow)-[:OF]->(r:Resource)
WITH DISTINCT r, f ORDER BY f.name
WITH r, count(f) AS firms, collect(f.name) AS names
WHERE firms >= $at_least
RETURN CASE $lang WHEN 'en' THEN r.en ELSE r.fr END AS resource, firms, names[0..10] AS names
ORDER BY firms DESC, resource
