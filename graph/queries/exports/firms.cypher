// takes $ids; gives these firms, for a file: id, name, commune
UNWIND $ids AS id
MATCH (f:Firm {id: id})
OPTIONAL MATCH (f)-[:IN_COMMUNE]->(c:Commune)
RETURN f.id AS id, f.name AS name, c.name AS commune
ORDER BY id
