// takes $gone, $kept; moves the flows of a firm, withdrawn ones too; gives nothing
MATCH (k:Firm {id: $kept})
MATCH (g:Firm {id: $gone})-[d:OFFERS|NEEDS|POOLS|WITHDREW]->(w:Flow)
FOREACH (_ IN CASE type(d) WHEN 'OFFERS' THEN [1] ELSE [] END | MERGE (k)-[:OFFERS]->(w))
FOREACH (_ IN CASE type(d) WHEN 'NEEDS' THEN [1] ELSE [] END | MERGE (k)-[:NEEDS]->(w))
FOREACH (_ IN CASE type(d) WHEN 'POOLS' THEN [1] ELSE [] END | MERGE (k)-[:POOLS]->(w))
FOREACH (_ IN CASE type(d) WHEN 'WITHDREW' THEN [1] ELSE [] END |
  MERGE (k)-[m:WITHDREW]->(w) SET m.relation = d.relation)
DELETE d
