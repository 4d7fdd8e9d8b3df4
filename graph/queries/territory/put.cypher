// takes $name, $synthetic, $at, $version; makes or renames the territory and says that it changed; gives nothing
MERGE (t:Territory {id: 'territory'})
SET t.name = $name, t.synthetic = $synthetic, t.loaded_at = $at, t.version = $version
