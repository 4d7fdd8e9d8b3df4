// takes nothing; gives the ids of the firms that were erased: loading a file again leaves them empty
MATCH (e:Erasure)-[:ASKED_BY]->(f:Firm)
WHERE e.done_at IS NOT NULL
RETURN f.id AS id
ORDER BY id
