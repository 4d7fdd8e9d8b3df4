// takes nothing; gives type, names of the properties that whoever asks sees on relations of that type, none for none
MATCH ()-[r]->()
UNWIND keys(r) + [''] AS name
WITH type(r) AS type, collect(DISTINCT name) AS names
RETURN type, [name IN names WHERE name <> ''] AS names
ORDER BY type
