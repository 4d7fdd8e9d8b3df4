// takes $row, a correction with its id; writes it unless one with the same content is in force; gives its id, or no row.
// The lock is taken by writing before the others are looked at.
MERGE (k:Knowledge {id: 'knowledge'})
SET k.corrections = coalesce(k.corrections, 0) + 1
WITH k
OPTIONAL MATCH (same:Correction {content: $row.content, active: true})
WITH count(same) AS held
WHERE held = 0
CREATE (c:Correction {id: $row.id})
SET c = $row
RETURN c.id AS id
