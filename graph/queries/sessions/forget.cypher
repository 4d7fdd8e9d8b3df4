// takes $at; removes the sessions that are over by then; gives nothing
MATCH (s:Session)
WHERE s.until < $at
DELETE s
