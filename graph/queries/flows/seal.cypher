// takes $rows of {id, sealed}; keeps what confidential flows say sealed beside them, in place of before; gives nothing
UNWIND $rows AS row
MATCH (w:Flow {id: row.id})
MERGE (s:Secret {id: row.id})
SET s.kind = 'flow', s.sealed = row.sealed, w.confidential = true
MERGE (s)-[:SEALS]->(w)
