// takes $firm; gives the ids of its flows, withdrawn ones too, and whether something that people judged rests on them
MATCH (f:Firm {id: $firm})-[:OFFERS|NEEDS|POOLS|WITHDREW]->(w:Flow)
OPTIONAL MATCH (w)<-[:RESTS_ON]-(s:Synergy)
WHERE s.judgement <> 'proposed' OR s.origin <> 'matcher'
RETURN w.id AS id, count(s) > 0 AS judged
ORDER BY id
