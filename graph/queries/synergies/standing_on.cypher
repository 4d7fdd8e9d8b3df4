// takes $offers (ids of flows); gives the pairs that the matcher proposes of them and nobody judged: id, kind, digest,
// resource_id, firm_ids (in order of their step), flow_ids, hypothetical
UNWIND $offers AS offer
MATCH (w:Flow {id: offer})<-[:RESTS_ON]-(s:Synergy)
WHERE s.judgement = 'proposed' AND s.origin = 'matcher' AND s.kind = 'substitution'
WITH DISTINCT s
MATCH (s)-[i:INVOLVES]->(f:Firm)
WITH s, i, f ORDER BY s.id, i.step, f.id
WITH s, collect(f.id) AS firm_ids
RETURN s.id AS id, s.kind AS kind, s.digest AS digest, s.resource AS resource_id, firm_ids, s.flows AS flow_ids,
       s.hypothetical AS hypothetical
ORDER BY id
