// takes $lang; gives resource, direction, asked, yes, no, rate: hypotheses put to firms, and the percentage that was right
MATCH (q:Question)-[:ASKED_ABOUT]->(r:Resource)
WHERE q.answer IN ['yes', 'no']
WITH r, q.direction AS direction, count(q) AS asked, sum(CASE q.answer WHEN 'yes' THEN 1 ELSE 0 END) AS yes
RETURN CASE $lang WHEN 'en' THEN r.en ELSE r.fr END AS resource, direction, asked, yes, asked - yes AS no,
       round(100.0 * yes / asked) AS rate
ORDER BY rate DESC, asked DESC, resource, direction
