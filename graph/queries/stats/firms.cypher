// takes nothing; gives firms, with_known_flows: firms of the territory, and those with a declared or observed flow
MATCH (f:Firm)
OPTIONAL MATCH (f)-[:OFFERS|NEEDS|POOLS]->(w:Flow)
WHERE w.provenance <> 'hypothesis'
WITH f, count(w) AS known
RETURN count(f) AS firms, sum(CASE WHEN known > 0 THEN 1 ELSE 0 END) AS with_known_flows
