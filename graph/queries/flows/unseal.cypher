// takes $ids; forgets what was sealed beside flows that are confidential no more; gives nothing
UNWIND $ids AS id
MATCH (s:Secret {id: id})-[:SEALS]->(w:Flow)
SET w.confidential = false
DETACH DELETE s
