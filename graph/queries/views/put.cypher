// takes $row {id, who, list, name, query, at}; keeps a view of a list, in place of the one of the same name; gives nothing
MERGE (v:SavedView {id: $row.id})
SET v.who = $row.who, v.list = $row.list, v.name = $row.name, v.query = $row.query, v.at = $row.at
