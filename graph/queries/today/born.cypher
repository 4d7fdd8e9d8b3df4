// takes nothing; gives blocks of [id, moment] of every lead of the matcher, the moment when it was first proposed
MATCH (s:Synergy {origin: 'matcher'})
WITH s.kind AS block, collect([s.id, s.created_at]) AS rows
RETURN rows
