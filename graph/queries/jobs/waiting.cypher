// takes $kind, $parameter; gives the id of a job of that kind still queued, or no row
MATCH (j:Job {state: 'queued', kind: $kind, parameter: $parameter})
RETURN j.id AS id LIMIT 1
