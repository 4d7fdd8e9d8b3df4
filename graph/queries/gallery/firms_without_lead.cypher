// takes $limit; gives firm, commune, flows: firms that told something and take part in no lead
MATCH (f:Firm)-[:OFFERS|NEEDS|POOLS]->(w:Flow)
WHERE w.provenance <> 'hypothesis'
WITH f, count(w) AS flows
OPTIONAL MATCH (f)<-[:INVOLVES]-(s:Synergy)
WITH f, flows, count(s) AS leads
WHERE leads = 0
OPTIONAL MATCH (f)-[:IN_COMMUNE]->(c:Commune)
RETURN f.name AS firm, coalesce(c.name, '') AS commune, flows
ORDER BY flows DESC, firm
LIMIT $limit
