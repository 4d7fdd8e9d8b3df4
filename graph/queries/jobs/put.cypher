// takes $id, $kind, $parameter, $at; queues a job; gives id
MERGE (j:Job {id: $id})
ON CREATE SET j.kind = $kind, j.parameter = $parameter, j.state = 'queued', j.queued_at = $at, j.done = 0, j.total = 0,
    j.stage = '', j.message = '', j.attempts = 0
RETURN j.id AS id
