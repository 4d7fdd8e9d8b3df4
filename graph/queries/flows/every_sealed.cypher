// takes nothing; gives what is sealed beside every confidential flow, for the matcher: id, sealed
MATCH (s:Secret {kind: 'flow'})
RETURN s.id AS id, s.sealed AS sealed
ORDER BY id
