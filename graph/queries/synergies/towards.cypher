// takes $rows of {synergy, use}; gives nothing
UNWIND $rows AS row
MATCH (s:Synergy {id: row.synergy}), (u:Use {id: row.use})
MERGE (s)-[:TOWARDS]->(u)
