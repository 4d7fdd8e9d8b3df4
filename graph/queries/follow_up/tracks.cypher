// takes $stages; gives id, stage, kind, origin, resource_id, next_action, next_on, next_by, moved_at (the last decision's
// moment) of the leads at one of these judgements
UNWIND $stages AS stage
MATCH (s:Synergy {judgement: stage})
OPTIONAL MATCH (s)<-[:ON]-(d:Decision)
WITH s, max(d.at) AS moved
RETURN s.id AS id, s.judgement AS stage, s.kind AS kind, s.origin AS origin, s.resource AS resource_id,
       s.next_action AS next_action, s.next_on AS next_on, s.next_by AS next_by, coalesce(moved, s.created_at) AS moved_at
ORDER BY id
