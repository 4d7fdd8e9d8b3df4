// takes $id; removes an account; what it signed stays; gives nothing
MATCH (a:Account {id: $id})
DETACH DELETE a
