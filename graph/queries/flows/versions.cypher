// takes $id; gives what a flow said before each change, latest first: rank, change, at, by, sealed
MATCH (v:Secret {kind: 'version'})-[:VERSION_OF]->(w:Flow {id: $id})
RETURN v.rank AS rank, v.change AS change, v.at AS at, v.by AS by, v.sealed AS sealed
ORDER BY rank DESC
