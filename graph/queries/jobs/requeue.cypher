// takes $most; queues again the jobs a dead worker left running, and gives up those that were tried $most times; gives n
MATCH (j:Job {state: 'running'})
SET j.state = CASE WHEN j.attempts >= $most THEN 'failed' ELSE 'queued' END,
    j.message = CASE WHEN j.attempts >= $most THEN 'worker_died' ELSE '' END
RETURN count(j) AS n
