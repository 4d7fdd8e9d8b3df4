// takes $lang; gives use, resources, offers: outlets of what is offered here, in sectors that nobody here belongs to
MATCH (:Firm)-[:OFFERS]->(w:Flow)-[:OF]->(r:Resource)-[:USABLE_AS]->(u:Use)
WHERE w.provenance <> 'hypothesis'
WITH u, count(DISTINCT w) AS offers, collect(DISTINCT CASE $lang WHEN 'en' THEN r.en ELSE r.fr END) AS resources
OPTIONAL MATCH (u)<-[:PERFORMS]-(s:Sector)<-[:HAS_ACTIVITY]-(f:Firm)
WITH u, offers, resources, count(f) AS performers
WHERE performers = 0
UNWIND resources AS resource
WITH u, offers, resource ORDER BY resource
WITH u, offers, collect(resource) AS resources
RETURN CASE $lang WHEN 'en' THEN u.en ELSE u.fr END AS use, resources[0..10] AS resources, offers
ORDER BY offers DESC, use
