// takes nothing; gives blocks of [id, kind, digest, resource_id, parties ([step, id of a firm]), flow_ids, hypothetical]
// of what the matcher proposes and nobody judged, in no order
MATCH (s:Synergy)-[i:INVOLVES]->(f:Firm)
WHERE s.judgement = 'proposed' AND s.origin = 'matcher'
WITH s, collect([i.step, f.id]) AS parties
WITH substring(s.id, 4, 1) AS block,
     collect([s.id, s.kind, s.digest, s.resource, parties, s.flows, s.hypothetical]) AS rows
RETURN rows
