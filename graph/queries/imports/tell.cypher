// takes $id, $counts (JSON), $rows_read, $at, $message; says what an import found or did; gives nothing
MATCH (i:Import {id: $id})
SET i.counts = $counts, i.rows_read = $rows_read, i.done_at = $at, i.message = $message
