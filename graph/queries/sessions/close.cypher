// takes $id; ends a session; gives nothing
MATCH (s:Session {id: $id})
DELETE s
