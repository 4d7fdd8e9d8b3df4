// takes $limit; gives the latest jobs first, but not those that went well and that nobody waits for (after decisions)
MATCH (j:Job)
WHERE j.kind <> 'decided' OR j.state <> 'done'
RETURN j.id AS id, j.kind AS kind, j.parameter AS parameter, j.state AS state, j.stage AS stage, j.done AS done,
       j.total AS total, j.message AS message, j.queued_at AS queued_at, j.started_at AS started_at,
       j.finished_at AS finished_at
ORDER BY queued_at DESC, id LIMIT $limit
