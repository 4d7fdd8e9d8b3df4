// takes $rows of {synergy, resource}; gives nothing
UNWIND $rows AS row
MATCH (s:Synergy {id: row.synergy}), (r:Resource {id: row.resource})
MERGE (s)-[:ABOUT]->(r)
