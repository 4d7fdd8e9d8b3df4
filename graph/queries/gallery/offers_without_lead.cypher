// takes $lang; gives firm, resource, quantity, unit: what firms told they offer, understood, and no lead takes up
MATCH (f:Firm)-[:OFFERS]->(w:Flow)-[:OF]->(r:Resource)
WHERE w.provenance <> 'hypothesis'
OPTIONAL MATCH (s:Synergy)-[:RESTS_ON]->(w)
WITH f, w, r, count(s) AS leads
WHERE leads = 0
RETURN f.name AS firm, CASE $lang WHEN 'en' THEN r.en ELSE r.fr END AS resource, w.quantity AS quantity, w.unit AS unit
ORDER BY firm, resource, w.id
