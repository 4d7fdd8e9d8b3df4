// takes nothing; gives id, kind, origin, judgement, resource_id, firm_ids (in order of their step) of all that people
// identified or judged
MATCH (s:Synergy)-[i:INVOLVES]->(f:Firm)
WHERE s.origin <> 'matcher' OR s.judgement <> 'proposed'
WITH s, i, f ORDER BY s.id, i.step, f.id
WITH s, collect(f.id) AS firm_ids
OPTIONAL MATCH (s)-[:ABOUT]->(r:Resource)
RETURN s.id AS id, s.kind AS kind, s.origin AS origin, s.judgement AS judgement, coalesce(r.id, '') AS resource_id,
       firm_ids
ORDER BY id
