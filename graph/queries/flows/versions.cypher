// takes $id; gives what a flow said before each change, latest first: rank, change, at, by, sealed
MATCH (:Flow {id: $id})<-[:VERSION_OF]-(v:Secret {kind: 'version'})
RETURN v.rank AS rank, v.change AS change, v.at AS at, v.by AS by, v.sealed AS sealed
ORDER BY rank DESC
