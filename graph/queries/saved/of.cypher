// takes $who, $limit; gives what a person asked: id, text, parameters, at, favourite, name; latest first
MATCH (q:SavedQuery {who: $who})
RETURN q.id AS id, q.text AS text, q.parameters AS parameters, q.at AS at, q.favourite AS favourite, q.name AS name
ORDER BY at DESC, id
LIMIT $limit
