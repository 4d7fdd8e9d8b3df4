// takes $version, $at; says which knowledge was written last; gives nothing
MERGE (k:Knowledge {id: 'knowledge'})
SET k.version = $version, k.at = $at
