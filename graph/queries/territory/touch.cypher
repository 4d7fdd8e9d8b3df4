// takes $version, never used before; says that the territory changed, which tells every cache to read again; gives nothing
MATCH (t:Territory {id: 'territory'})
SET t.version = $version
