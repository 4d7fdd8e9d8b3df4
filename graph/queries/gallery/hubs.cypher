// takes $lang, $limit; gives firm, leads, partners, resources: the firms most leads would lose if they closed
MATCH (f:Firm)<-[:INVOLVES]-(s:Synergy)
WHERE s.judgement <> 'refused' AND s.judgement <> 'abandoned'
WITH f, count(DISTINCT s) AS leads ORDER BY leads DESC, f.id LIMIT $limit
MATCH (f)<-[:INVOLVES]-(s:Synergy)-[:INVOLVES]->(other:Firm)
WHERE other.id <> f.id AND s.judgement <> 'refused' AND s.judgement <> 'abandoned'
WITH f, leads, count(DISTINCT other) AS partners
OPTIONAL MATCH (f)<-[:INVOLVES]-(s:Synergy)-[:ABOUT]->(r:Resource)
WHERE s.judgement <> 'refused' AND s.judgement <> 'abandoned'
WITH DISTINCT f, leads, partners, CASE $lang WHEN 'en' THEN r.en ELSE r.fr END AS resource ORDER BY resource
WITH f, leads, partners, collect(resource) AS resources
RETURN f.name AS firm, leads, partners, resources[0..5] AS resources
ORDER BY leads DESC, partners DESC, firm
