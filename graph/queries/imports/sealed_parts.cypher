// takes $after (an id), $limit; gives id, content of what imports remember that holds something sealed, in order of its id
MATCH (p:ImportPart)
WHERE p.id > $after AND p.content CONTAINS '"sealed": "'
RETURN p.id AS id, p.content AS content
ORDER BY id LIMIT $limit
