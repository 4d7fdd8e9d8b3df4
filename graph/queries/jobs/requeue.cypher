// takes $most, $kinds; queues again the jobs of these kinds that a dead worker left running, and gives up those that were
// tried $most times; gives n
MATCH (j:Job {state: 'running'})
WHERE j.kind IN $kinds
SET j.state = CASE WHEN j.attempts >= $most THEN 'failed' ELSE 'queued' END,
    j.message = CASE WHEN j.attempts >= $most THEN 'worker_died' ELSE '' END
RETURN count(j) AS n
