// takes $id, $firm, $sealed; writes a person of a firm, who may have stood under another one before; gives the id, or no
// row without the firm
MATCH (f:Firm {id: $firm})
MERGE (c:Secret {id: $id})
SET c.kind = 'contact', c.sealed = $sealed
MERGE (c)-[:CONTACT_OF]->(f)
WITH c, f
OPTIONAL MATCH (c)-[old:CONTACT_OF]->(other:Firm)
WHERE other.id <> f.id
DELETE old
RETURN DISTINCT c.id AS id
