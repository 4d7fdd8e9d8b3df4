// takes $lang; gives reason, resource, refusals: why leads were refused, and about what
MATCH (d:Decision {after: 'refused'})-[:ON]->(s:Synergy)
OPTIONAL MATCH (s)-[:ABOUT]->(r:Resource)
RETURN d.reason AS reason, coalesce(CASE $lang WHEN 'en' THEN r.en ELSE r.fr END, s.text, '') AS resource,
       count(d) AS refusals
ORDER BY refusals DESC, reason, resource
