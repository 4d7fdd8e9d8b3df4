// takes $id, $at, $by; takes an invitation back; gives its id, or no row when it was taken back before
MATCH (i:Invitation {id: $id})
SET i.touched = $at
WITH i
WHERE i.revoked_at IS NULL
SET i.revoked_at = $at, i.revoked_by = $by
RETURN i.id AS id
