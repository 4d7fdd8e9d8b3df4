// takes $id; takes a flow out of all that is matched and listed, and remembers which way it went; gives nothing
MATCH (f:Firm)-[d:OFFERS|NEEDS|POOLS]->(w:Flow {id: $id})
MERGE (f)-[gone:WITHDREW]->(w)
SET gone.relation = type(d)
DELETE d
