// takes $id; takes a flow out of all that is matched and listed, and remembers which way it went; gives nothing. It is
// marked as withdrawn too: a role of a Neo4j can deny a node for a property, not for a relation it lacks.
MATCH (w:Flow {id: $id})<-[d:OFFERS|NEEDS|POOLS]-(f:Firm)
MERGE (f)-[gone:WITHDREW]->(w)
SET gone.relation = type(d), w.withdrawn = true
DELETE d
