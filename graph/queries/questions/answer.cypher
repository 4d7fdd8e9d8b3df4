// takes $row {id, firm, resource, direction, answer, by, at, use_text, quantity, unit}; writes what a firm answered unless
// it said yes or no before; gives the id, or no row. The lock is taken by writing before the answer is looked at.
MATCH (f:Firm {id: $row.firm})
MATCH (r:Resource {id: $row.resource})
MERGE (q:Question {id: $row.id})
ON CREATE SET q.answer = 'later'
SET q.touched = $row.at
WITH q, f, r
WHERE q.answer = 'later'
SET q.firm = $row.firm, q.resource = $row.resource, q.direction = $row.direction, q.answer = $row.answer,
    q.by = $row.by, q.at = $row.at, q.use_text = $row.use_text, q.quantity = $row.quantity, q.unit = $row.unit
MERGE (q)-[:ASKED_OF]->(f)
MERGE (q)-[:ASKED_ABOUT]->(r)
RETURN q.id AS id
