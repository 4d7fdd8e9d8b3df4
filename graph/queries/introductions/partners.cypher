// takes $firm; gives the ids of the firms it was introduced to
MATCH (f:Firm {id: $firm})<-[:INVOLVES]-(s:Synergy)-[:INVOLVES]->(o:Firm)
WHERE s.introduced_at IS NOT NULL AND o.id <> $firm
RETURN DISTINCT o.id AS id
ORDER BY id
