// takes $firm; gives the ids of all its flows, withdrawn ones too
MATCH (f:Firm {id: $firm})-[:OFFERS|NEEDS|POOLS|WITHDREW]->(w:Flow)
RETURN w.id AS id
ORDER BY id
