// takes $id, $stage, $done, $total; says how far a job is; gives nothing
MATCH (j:Job {id: $id})
SET j.stage = $stage, j.done = $done, j.total = $total
