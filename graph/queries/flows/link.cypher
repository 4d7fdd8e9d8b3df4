// takes $rows of {id, resource, confidence, why}; says what a flow is, in place of what was said before; gives nothing
UNWIND $rows AS row
MATCH (w:Flow {id: row.id}), (r:Resource {id: row.resource})
MERGE (w)-[of:OF]->(r)
SET of.confidence = row.confidence, of.why = row.why
WITH w, r
MATCH (w)-[old:OF]->(other:Resource)
WHERE other.id <> r.id
DELETE old
