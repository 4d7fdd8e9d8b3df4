// takes $lang; gives resource, needs, firms: what firms told they need and nobody in the territory offers
MATCH (f:Firm)-[:NEEDS]->(w:Flow)-[:OF]->(r:Resource)
WHERE w.provenance <> 'hypothesis'
OPTIONAL MATCH (r)<-[:OF]-(o:Flow)<-[:OFFERS]-(:Firm)
WITH r, count(DISTINCT w) AS needs, count(DISTINCT f) AS firms, count(o) AS offers
WHERE offers = 0
RETURN CASE $lang WHEN 'en' THEN r.en ELSE r.fr END AS resource, needs, firms
ORDER BY needs DESC, resource
