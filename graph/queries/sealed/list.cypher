// takes $after (an id), $limit; gives what is sealed, in order of its id: id, sealed
MATCH (n:Secret)
WHERE n.id > $after
RETURN n.id AS id, n.sealed AS sealed
ORDER BY id LIMIT $limit
