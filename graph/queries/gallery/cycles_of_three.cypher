// takes $lang; gives first, gives_first, second, gives_second, third, gives_third: three firms of which each could give to
// the next one; each cycle once, from the firm with the lowest id
MATCH (a:Firm)<-[ga:INVOLVES {role: 'giver'}]-(s1:Synergy {kind: 'substitution'})-[tb:INVOLVES {role: 'taker'}]->(b:Firm)
WHERE a.id < b.id AND s1.judgement <> 'refused'
MATCH (b)<-[gb:INVOLVES {role: 'giver'}]-(s2:Synergy {kind: 'substitution'})-[tc:INVOLVES {role: 'taker'}]->(c:Firm)
WHERE a.id < c.id AND c.id <> b.id AND s2.judgement <> 'refused'
MATCH (c)<-[gc:INVOLVES {role: 'giver'}]-(s3:Synergy {kind: 'substitution'})-[ta:INVOLVES {role: 'taker'}]->(a)
WHERE s3.judgement <> 'refused'
MATCH (s1)-[:ABOUT]->(r1:Resource), (s2)-[:ABOUT]->(r2:Resource), (s3)-[:ABOUT]->(r3:Resource)
RETURN DISTINCT a.name AS first, CASE $lang WHEN 'en' THEN r1.en ELSE r1.fr END AS gives_first,
       b.name AS second, CASE $lang WHEN 'en' THEN r2.en ELSE r2.fr END AS gives_second,
       c.name AS third, CASE $lang WHEN 'en' THEN r3.en ELSE r3.fr END AS gives_third
ORDER BY first, second, third, gives_first, gives_second, gives_third
