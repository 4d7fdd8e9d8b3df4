// takes $texts; gives id, content of what imports remember that holds one of these texts, in the order of ids
UNWIND $texts AS text
MATCH (p:ImportPart)
WHERE p.content CONTAINS text
WITH DISTINCT p
RETURN p.id AS id, p.content AS content
ORDER BY id
