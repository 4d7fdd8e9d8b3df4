// takes $rows of {sector, use, weight, share, confidence, source}; says which share of a sector's firms performs a use,
// and which share of the use's exchanges ends there; gives nothing
UNWIND $rows AS row
MATCH (s:Sector {id: row.sector}), (u:Use {id: row.use})
MERGE (s)-[p:PERFORMS]->(u)
SET p.weight = row.weight, p.share = row.share, p.confidence = row.confidence, p.source = row.source
