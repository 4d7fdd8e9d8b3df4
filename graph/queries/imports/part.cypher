// takes $id of a part; gives its content (JSON), or no row
MATCH (p:ImportPart {id: $id})
RETURN p.content AS content
