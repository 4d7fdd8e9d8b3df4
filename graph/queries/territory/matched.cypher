// takes $at, $version; says that the territory was matched whole, and changed; gives nothing
MATCH (t:Territory {id: 'territory'})
SET t.matched_at = $at, t.version = $version
