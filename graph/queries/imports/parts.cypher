// takes $id of an import, $after (a part's id, '' to begin), $limit; gives id, content of its parts, in the order of ids
MATCH (:Import {id: $id})<-[:TELLS]-(p:ImportPart)
WHERE p.id > $after
RETURN p.id AS id, p.content AS content
ORDER BY id LIMIT $limit
