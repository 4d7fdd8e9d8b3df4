// takes $id of an import, $after (a part's id, '' to begin), $limit; gives id, content of its parts, in the order of ids
MATCH (p:ImportPart)-[:TELLS]->(i:Import {id: $id})
WHERE p.id > $after
RETURN p.id AS id, p.content AS content
ORDER BY id LIMIT $limit
