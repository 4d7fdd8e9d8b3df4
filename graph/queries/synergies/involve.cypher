// takes $rows of {synergy, firm, role, step}; gives nothing
UNWIND $rows AS row
MATCH (s:Synergy {id: row.synergy}), (f:Firm {id: row.firm})
MERGE (s)-[i:INVOLVES]->(f)
ON CREATE SET i.agreed = 'unknown'
SET i.role = row.role, i.step = row.step
