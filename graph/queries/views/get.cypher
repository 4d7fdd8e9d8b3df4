// takes $id; gives a kept view, or no row
MATCH (v:SavedView {id: $id})
RETURN v.id AS id, v.who AS who, v.list AS list, v.name AS name, v.query AS query
