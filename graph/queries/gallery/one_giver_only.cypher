// takes $lang; gives resource, firm, leads, takers: resources whose every substitution hangs on a single giver
MATCH (r:Resource)<-[:ABOUT]-(s:Synergy {kind: 'substitution'})-[g:INVOLVES]->(giver:Firm)
WHERE g.role = 'giver' AND s.judgement <> 'refused' AND s.judgement <> 'abandoned'
OPTIONAL MATCH (s)-[t:INVOLVES]->(taker:Firm)
WHERE t.role = 'taker'
WITH r, collect(DISTINCT giver.name) AS givers, count(DISTINCT s) AS leads, count(DISTINCT taker) AS takers
WHERE size(givers) = 1 AND takers > 1
RETURN CASE $lang WHEN 'en' THEN r.en ELSE r.fr END AS resource, givers[0] AS firm, leads, takers
ORDER BY leads DESC, resource
