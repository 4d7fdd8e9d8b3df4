// takes $ids; gives the leads of a list with what their reasons compared and their firms in order, in no order of their own
UNWIND $ids AS id
MATCH (s:Synergy {id: id})
OPTIONAL MATCH (s)-[:ABOUT]->(r:Resource)
OPTIONAL MATCH (s)-[i:INVOLVES]->(f:Firm)
WITH s, r, i, f ORDER BY i.step, f.id
WITH s, r, collect({id: f.id, name: f.name, role: i.role}) AS parties
RETURN s.id AS id, s.kind AS kind, s.origin AS origin, s.judgement AS judgement, s.version AS version,
       s.score AS score, s.hypothetical AS hypothetical, r.id AS resource_id, r.fr AS resource_fr, r.en AS resource_en,
       s.text AS text, s.criteria AS criteria, s.left AS left, s.right AS right, parties
ORDER BY id
