// takes $rows of {synergy, flow}; gives nothing
UNWIND $rows AS row
MATCH (s:Synergy {id: row.synergy}), (w:Flow {id: row.flow})
MERGE (s)-[:RESTS_ON]->(w)
