// takes $row {id, kind, paths, sha256, who, at, options (JSON)}; makes an import whose preview is to be made; gives nothing
MERGE (i:Import {id: $row.id})
ON CREATE SET i.kind = $row.kind, i.paths = $row.paths, i.sha256 = $row.sha256, i.who = $row.who, i.at = $row.at,
    i.options = $row.options, i.state = 'reading', i.counts = '{}', i.rows_read = 0,
    i.done_at = '', i.message = ''
