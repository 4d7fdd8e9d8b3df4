// takes $rows of {id, sector, nace}; gives firms their activities; gives nothing
UNWIND $rows AS row
MATCH (f:Firm {id: row.id})
MERGE (s:Sector {id: row.sector})
SET s.nace = row.nace
MERGE (f)-[:HAS_ACTIVITY]->(s)
