// takes $at, $kinds; takes the oldest queued job of these kinds and marks it running; gives id, kind, parameter, attempts, or
// no row. The lock is taken by writing before the state is looked at: of two workers one gets the job.
MATCH (j:Job {state: 'queued'})
WHERE j.kind IN $kinds
WITH j ORDER BY j.queued_at, j.id LIMIT 1
SET j.touched = $at
WITH j
WHERE j.state = 'queued'
SET j.state = 'running', j.started_at = $at, j.attempts = j.attempts + 1
RETURN j.id AS id, j.kind AS kind, j.parameter AS parameter, j.attempts AS attempts
