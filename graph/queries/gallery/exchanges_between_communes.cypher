// takes nothing; gives from, to, leads: open or agreed substitutions by the communes of giver and taker
MATCH (a:Firm)<-[:INVOLVES {role: 'giver'}]-(s:Synergy {kind: 'substitution'})-[:INVOLVES {role: 'taker'}]->(b:Firm)
WHERE s.judgement <> 'refused' AND s.judgement <> 'abandoned'
MATCH (a)-[:IN_COMMUNE]->(ca:Commune), (b)-[:IN_COMMUNE]->(cb:Commune)
RETURN ca.name AS from, cb.name AS to, count(DISTINCT s) AS leads
ORDER BY leads DESC, from, to
