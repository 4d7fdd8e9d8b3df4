// takes $lang, $limit; gives first, gives_first, through, gives_second, last: a firm that could take from one and give to another
MATCH (a:Firm)<-[:INVOLVES {role: 'giver'}]-(s1:Synergy {kind: 'substitution'})-[:INVOLVES {role: 'taker'}]->(b:Firm)
WHERE s1.judgement <> 'refused' AND NOT s1.hypothetical
MATCH (b)<-[:INVOLVES {role: 'giver'}]-(s2:Synergy {kind: 'substitution'})-[:INVOLVES {role: 'taker'}]->(c:Firm)
WHERE s2.judgement <> 'refused' AND NOT s2.hypothetical AND c.id <> a.id
MATCH (s1)-[:ABOUT]->(r1:Resource), (s2)-[:ABOUT]->(r2:Resource)
RETURN DISTINCT a.name AS first, CASE $lang WHEN 'en' THEN r1.en ELSE r1.fr END AS gives_first, b.name AS through,
       CASE $lang WHEN 'en' THEN r2.en ELSE r2.fr END AS gives_second, c.name AS last
ORDER BY first, through, last, gives_first, gives_second
LIMIT $limit
