// takes $rows of {id, use}; says what a flow is wanted for, in place of what was said before; gives nothing
UNWIND $rows AS row
MATCH (w:Flow {id: row.id}), (u:Use {id: row.use})
MERGE (w)-[:WANTED_FOR]->(u)
WITH w, u
MATCH (w)-[old:WANTED_FOR]->(other:Use)
WHERE other.id <> u.id
DELETE old
