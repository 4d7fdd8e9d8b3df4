// takes $id, $at; notes that whoever holds a link that opens nothing any more asks for a new one; gives its id, or no row
// where the link was taken back
MATCH (i:Invitation {id: $id})
WHERE i.revoked_at IS NULL
SET i.asked_at = $at
RETURN i.id AS id
