// takes $id; takes a flow out of all that is matched and listed, and remembers which way it went; gives nothing
MATCH (w:Flow {id: $id})<-[d:OFFERS|NEEDS|POOLS]-(f:Firm)
MERGE (f)-[gone:WITHDREW]->(w)
SET gone.relation = type(d)
DELETE d
