// takes $who, $list; gives the views that a person kept of a list, by name
MATCH (v:SavedView {who: $who, list: $list})
RETURN v.id AS id, v.who AS who, v.list AS list, v.name AS name, v.query AS query
ORDER BY name, id
