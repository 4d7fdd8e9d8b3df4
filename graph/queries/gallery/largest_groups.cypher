// takes $lang, $limit; gives resource, members, names, score: the sharing groups that unite the most firms
MATCH (s:Synergy {kind: 'mutualisation'})-[:INVOLVES]->(f:Firm)
WHERE s.judgement <> 'refused' AND s.judgement <> 'abandoned'
WITH s, f ORDER BY f.name
WITH s, count(f) AS members, collect(f.name) AS names
OPTIONAL MATCH (s)-[:ABOUT]->(r:Resource)
RETURN coalesce(CASE $lang WHEN 'en' THEN r.en ELSE r.fr END, s.text, '') AS resource, members, names[0..10] AS names,
       s.score AS score
ORDER BY members DESC, resource, score DESC
LIMIT $limit
