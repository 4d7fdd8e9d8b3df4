// takes nothing; gives blocks of [id, kind, origin, resource, hypothetical, score] of every lead, for the queue
MATCH (s:Synergy)
WITH s.kind AS block, collect([s.id, s.kind, s.origin, s.resource, s.hypothetical, s.score]) AS rows
RETURN rows
