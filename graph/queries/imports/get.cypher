// takes $id; gives the import, or no row
MATCH (i:Import {id: $id})
RETURN i.id AS id, i.kind AS kind, i.paths AS paths, i.sha256 AS sha256, i.who AS who, i.at AS at, i.state AS state,
       i.options AS options, i.counts AS counts, i.rows_read AS rows_read, i.done_at AS done_at, i.message AS message
