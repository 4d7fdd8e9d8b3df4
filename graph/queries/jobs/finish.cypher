// takes $id, $state (done or failed), $message, $at; closes a job; gives nothing
MATCH (j:Job {id: $id})
SET j.state = $state, j.message = $message, j.finished_at = $at
