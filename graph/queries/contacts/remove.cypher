// takes $id; forgets a person for good; gives nothing
MATCH (c:Secret {id: $id, kind: 'contact'})
DETACH DELETE c
