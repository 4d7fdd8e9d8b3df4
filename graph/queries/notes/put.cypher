// takes $firm and $row {id, kind, on, text, who, at}; notes a call, a visit or another contact with a firm; gives the id, or
// no row without the firm
MATCH (f:Firm {id: $firm})
MERGE (n:Note {id: $row.id})
SET n.kind = $row.kind, n.on = $row.on, n.text = $row.text, n.who = $row.who, n.at = $row.at
MERGE (n)-[:NOTED_ON]->(f)
RETURN n.id AS id
