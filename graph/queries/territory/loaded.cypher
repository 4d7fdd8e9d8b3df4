// takes $at, $version; says that the territory was loaded whole, and changed; gives nothing
MATCH (t:Territory {id: 'territory'})
SET t.loaded_at = $at, t.version = $version
