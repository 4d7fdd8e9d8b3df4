// takes nothing; gives id, state of the imports that no waiting or running job works on any more
MATCH (i:Import)
WHERE i.state IN ['reading', 'queued', 'running', 'undoing']
OPTIONAL MATCH (j:Job {parameter: i.id})
WHERE j.state IN ['queued', 'running']
WITH i, count(j) AS jobs
WHERE jobs = 0
RETURN i.id AS id, i.state AS state
ORDER BY id
