// takes $rows of {sector, use, weight, source}; says which share of a sector's firms performs a use; gives nothing
UNWIND $rows AS row
MATCH (s:Sector {id: row.sector}), (u:Use {id: row.use})
MERGE (s)-[p:PERFORMS]->(u)
SET p.weight = row.weight, p.source = row.source
