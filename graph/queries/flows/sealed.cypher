// takes $ids; gives what is sealed beside some flows: id, sealed
UNWIND $ids AS id
MATCH (s:Secret {id: id, kind: 'flow'})
RETURN s.id AS id, s.sealed AS sealed
ORDER BY id
