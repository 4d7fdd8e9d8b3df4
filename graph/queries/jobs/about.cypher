// takes $parameter; gives the latest job about it, or no row
MATCH (j:Job {parameter: $parameter})
RETURN j.id AS id, j.kind AS kind, j.parameter AS parameter, j.state AS state, j.stage AS stage, j.done AS done,
       j.total AS total, j.message AS message, j.queued_at AS queued_at, j.started_at AS started_at,
       j.finished_at AS finished_at
ORDER BY queued_at DESC, id LIMIT 1
