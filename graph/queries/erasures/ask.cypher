// takes $firm, $at, $by; notes that a firm asks for the erasure of its data, once; gives nothing
MATCH (f:Firm {id: $firm})
MERGE (e:Erasure {id: $firm})
ON CREATE SET e.at = $at, e.by = $by
MERGE (e)-[:ASKED_BY]->(f)
