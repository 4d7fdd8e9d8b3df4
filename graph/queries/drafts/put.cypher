// takes $id, $firm, $sealed; keeps what a firm is about to declare, in place of before; gives nothing
MATCH (f:Firm {id: $firm})
MERGE (d:Secret {id: $id})
SET d.kind = 'draft', d.sealed = $sealed
MERGE (d)-[:DRAFT_OF]->(f)
