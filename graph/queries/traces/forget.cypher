// takes $before; removes the traces older than one may keep them; gives nothing
MATCH (t:Trace)
WHERE t.at < $before
DELETE t
