// takes $id, $at; uses an invitation, once; gives its id, or no row. The lock is taken by writing before it is looked at.
MATCH (i:Invitation {id: $id})
SET i.touched = $at
WITH i
WHERE i.used_at IS NULL AND i.revoked_at IS NULL AND i.until > $at
SET i.used_at = $at
RETURN i.id AS id
