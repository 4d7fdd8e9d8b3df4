// takes $skip, $limit; gives imports, latest first
MATCH (i:Import)
RETURN i.id AS id, i.kind AS kind, i.paths AS paths, i.sha256 AS sha256, i.who AS who, i.at AS at, i.state AS state,
       i.options AS options, i.counts AS counts, i.rows_read AS rows_read, i.done_at AS done_at, i.message AS message
ORDER BY at DESC, id SKIP $skip LIMIT $limit
