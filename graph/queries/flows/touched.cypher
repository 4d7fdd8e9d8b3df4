// takes nothing; gives the ids of the flows that people changed, withdrew or marked as confidential
MATCH (w:Flow)
WHERE w.version > 1 OR w.confidential
RETURN w.id AS id
ORDER BY id
