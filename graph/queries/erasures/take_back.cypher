// takes $firm; takes back what a firm asked for, as long as it was not done; gives nothing
MATCH (e:Erasure {id: $firm})
WHERE e.done_at IS NULL
DETACH DELETE e
