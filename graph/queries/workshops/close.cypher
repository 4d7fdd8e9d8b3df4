// takes $id, $at ('' opens it again); says until when cards were taken; gives nothing
MATCH (w:Workshop {id: $id})
SET w.closed_at = $at
