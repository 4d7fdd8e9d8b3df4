// takes $resources; gives as synergies/known does what people identified or judged about them
UNWIND $resources AS resource
MATCH (r:Resource {id: resource})<-[:ABOUT]-(s:Synergy)
WHERE s.origin <> 'matcher' OR s.judgement <> 'proposed'
MATCH (s)-[i:INVOLVES]->(f:Firm)
WITH r, s, i, f ORDER BY s.id, i.step, f.id
WITH r, s, collect(f.id) AS firm_ids
RETURN s.id AS id, s.kind AS kind, s.origin AS origin, s.judgement AS judgement, r.id AS resource_id, firm_ids
ORDER BY id
