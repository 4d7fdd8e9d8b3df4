// takes nothing; gives what the matcher proposes and nobody judged: id, kind, digest, resource_id, firm_ids, flow_ids,
// hypothetical
MATCH (s:Synergy)-[i:INVOLVES]->(f:Firm)
WHERE s.judgement = 'proposed' AND s.origin = 'matcher'
WITH s, i, f ORDER BY s.id, i.step, f.id
WITH s, collect(f.id) AS firm_ids
RETURN s.id AS id, s.kind AS kind, s.digest AS digest, s.resource AS resource_id, firm_ids, s.flows AS flow_ids,
       s.hypothetical AS hypothetical
ORDER BY id
