// takes $id, $by, $at; takes a correction back, once, and keeps it for the history; gives its id, or no row.
// The lock is taken by writing before it is looked at.
MATCH (c:Correction {id: $id})
SET c.touched = $at
WITH c
WHERE c.active = true
SET c.active = false, c.withdrawn_by = $by, c.withdrawn_at = $at
WITH c
MERGE (k:Knowledge {id: 'knowledge'})
SET k.corrections = coalesce(k.corrections, 0) + 1
RETURN c.id AS id
