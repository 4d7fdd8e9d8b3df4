// takes nothing; gives blocks of [id, kind, origin, resource, hypothetical, score, flows, firms, roles] of every lead, firms
// and roles in the order of their step, for pictures and indicators
MATCH (s:Synergy)
OPTIONAL MATCH (s)-[i:INVOLVES]->(f:Firm)
WITH s, i, f ORDER BY s.id, i.step, f.id
WITH s, collect(f.id) AS firms, collect(i.role) AS roles
WITH s.kind AS block, collect([s.id, s.kind, s.origin, s.resource, s.hypothetical, s.score, s.flows, firms, roles]) AS rows
RETURN rows
