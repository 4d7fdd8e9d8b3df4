// takes $id; forgets what a firm was about to declare; gives nothing
MATCH (d:Secret {id: $id, kind: 'draft'})
DETACH DELETE d
