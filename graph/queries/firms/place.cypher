// takes $rows of {id, commune, inside}; puts firms in their communes; gives nothing
UNWIND $rows AS row
MATCH (f:Firm {id: row.id})
SET f.inside = row.inside
WITH f, row
MERGE (c:Commune {id: row.commune})
MERGE (f)-[:IN_COMMUNE]->(c)
