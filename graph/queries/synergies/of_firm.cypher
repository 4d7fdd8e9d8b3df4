// takes $firm, $limit; gives the firm's leads, best first
MATCH (f:Firm {id: $firm})<-[mine:INVOLVES]-(s:Synergy)
OPTIONAL MATCH (s)-[:ABOUT]->(r:Resource)
WITH s, mine, r ORDER BY coalesce(s.score, 0.0) DESC, s.id LIMIT $limit
MATCH (s)-[i:INVOLVES]->(o:Firm)
WITH s, mine, r, i, o ORDER BY i.step, o.id
WITH s, mine, r, collect({id: o.id, name: o.name, role: i.role}) AS parties
RETURN s.id AS id, s.kind AS kind, s.origin AS origin, s.judgement AS judgement, s.version AS version, s.score AS score,
       s.hypothetical AS hypothetical, mine.role AS role, r.id AS resource_id, r.fr AS resource_fr,
       r.en AS resource_en, s.text AS text, s.criteria AS criteria, s.left AS left, s.right AS right, parties
ORDER BY coalesce(score, 0.0) DESC, id
