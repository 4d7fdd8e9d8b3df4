// takes $lang; gives firm, leads, partners, resources: the firms most leads would lose if they closed
MATCH (f:Firm)<-[:INVOLVES]-(s:Synergy)-[:INVOLVES]->(other:Firm)
WHERE other.id <> f.id AND s.judgement <> 'refused' AND s.judgement <> 'abandoned'
OPTIONAL MATCH (s)-[:ABOUT]->(r:Resource)
WITH f, s, other, CASE $lang WHEN 'en' THEN r.en ELSE r.fr END AS resource ORDER BY resource
WITH f, count(DISTINCT s) AS leads, count(DISTINCT other) AS partners, collect(DISTINCT resource) AS resources
RETURN f.name AS firm, leads, partners, resources[0..5] AS resources
ORDER BY leads DESC, partners DESC, firm
LIMIT 50
