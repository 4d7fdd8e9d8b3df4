// takes $ids; deletes identified synergies that nobody decided on; gives the ids deleted
UNWIND $ids AS id
MATCH (s:Synergy {id: id, origin: 'identified'})
WHERE NOT EXISTS { (s)<-[:ON]-(:Decision) }
WITH s, s.id AS id
DETACH DELETE s
RETURN id
