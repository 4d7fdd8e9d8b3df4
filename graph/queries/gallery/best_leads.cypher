// takes $lang, $limit; gives lead, kind, resource, firms, score: open leads that rest on no hypothesis, best first
MATCH (s:Synergy {judgement: 'proposed'})
WHERE NOT s.hypothetical AND s.score IS NOT NULL
WITH s ORDER BY s.score DESC, s.id LIMIT $limit
OPTIONAL MATCH (s)-[:ABOUT]->(r:Resource)
MATCH (s)-[i:INVOLVES]->(f:Firm)
WITH s, r, i, f ORDER BY i.step, f.name
WITH s, r, collect(f.name) AS firms
RETURN s.id AS lead, s.kind AS kind, CASE $lang WHEN 'en' THEN r.en ELSE r.fr END AS resource, firms,
       round(s.score * 100) / 100.0 AS score
ORDER BY score DESC, lead
