// takes $id; removes an import that wrote nothing; gives nothing
MATCH (i:Import {id: $id})
WHERE i.state IN ['reading', 'previewed', 'failed']
DELETE i
