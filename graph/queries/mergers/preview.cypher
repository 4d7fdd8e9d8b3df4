// takes $gone, $kept; gives what moves from one firm to the other: flows, leads, judged (of the leads), both (leads between
// the two), notes
MATCH (g:Firm {id: $gone}), (k:Firm {id: $kept})
OPTIONAL MATCH (g)-[:OFFERS|NEEDS|POOLS|WITHDREW]->(w:Flow)
WITH g, k, count(w) AS flows
OPTIONAL MATCH (g)<-[:INVOLVES]-(s:Synergy)
WITH g, k, flows, count(s) AS leads, sum(CASE WHEN s.judgement <> 'proposed' THEN 1 ELSE 0 END) AS judged
OPTIONAL MATCH (g)<-[:INVOLVES]-(b:Synergy)-[:INVOLVES]->(k)
WITH g, flows, leads, judged, count(b) AS both
OPTIONAL MATCH (n:Note)-[:NOTED_ON]->(g)
RETURN flows, leads, judged, both, count(n) AS notes
