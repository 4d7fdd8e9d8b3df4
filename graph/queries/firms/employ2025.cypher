// takes $rows of {id, sector, naf2025}; gives firms their activity in the nomenclature of 2025; gives nothing
UNWIND $rows AS row
MATCH (f:Firm {id: row.id})
MERGE (s:Sector {id: row.sector})
SET s.naf2025 = row.naf2025
MERGE (f)-[:HAS_ACTIVITY]->(s)
