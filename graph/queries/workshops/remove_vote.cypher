// takes $id; forgets a vote; gives nothing
MATCH (v:Vote {id: $id})
DETACH DELETE v
