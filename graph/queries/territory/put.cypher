// takes $name, $synthetic, $folder (the name its first folder has, '' for none yet), $version; makes or renames the
// territory and says that it changed; gives nothing
MERGE (t:Territory {id: 'territory'})
ON CREATE SET t.loaded_at = '', t.matched_at = ''
SET t.name = $name, t.synthetic = $synthetic, t.folder = $folder, t.version = $version
