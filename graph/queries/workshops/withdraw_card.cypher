// takes $id, $by, $at; says that a card counts no more; gives nothing
MATCH (k:Card {id: $id})
SET k.withdrawn_by = $by, k.withdrawn_at = $at
