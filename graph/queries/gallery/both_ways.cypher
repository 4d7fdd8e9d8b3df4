// takes $lang; gives first, gives_first, second, gives_second: two firms of which each could give to the other
MATCH (a:Firm)<-[ga:INVOLVES {role: 'giver'}]-(s1:Synergy {kind: 'substitution'})-[tb:INVOLVES {role: 'taker'}]->(b:Firm)
WHERE a.id < b.id AND s1.judgement <> 'refused'
MATCH (b)<-[gb:INVOLVES {role: 'giver'}]-(s2:Synergy {kind: 'substitution'})-[ta:INVOLVES {role: 'taker'}]->(a)
WHERE s2.judgement <> 'refused'
MATCH (s1)-[:ABOUT]->(r1:Resource), (s2)-[:ABOUT]->(r2:Resource)
RETURN DISTINCT a.name AS first, CASE $lang WHEN 'en' THEN r1.en ELSE r1.fr END AS gives_first,
       b.name AS second, CASE $lang WHEN 'en' THEN r2.en ELSE r2.fr END AS gives_second
ORDER BY first, second, gives_first, gives_second
