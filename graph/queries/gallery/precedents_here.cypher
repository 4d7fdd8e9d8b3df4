// takes $lang; gives resource, use, place, country, year, offers: documented exchanges of resources that firms offer here
MATCH (p:Precedent)-[:OF]->(r:Resource)<-[:OF]-(w:Flow)<-[:OFFERS]-(:Firm)
WHERE w.provenance <> 'hypothesis'
WITH p, r, count(DISTINCT w) AS offers
OPTIONAL MATCH (p)-[:INTO]->(u:Use)
RETURN CASE $lang WHEN 'en' THEN r.en ELSE r.fr END AS resource,
       coalesce(CASE $lang WHEN 'en' THEN u.en ELSE u.fr END, '') AS use, p.place AS place, p.country AS country,
       p.year AS year, offers
ORDER BY offers DESC, resource, place
