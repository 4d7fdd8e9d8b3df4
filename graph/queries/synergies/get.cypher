// takes $id; gives the synergy with its resource and use, or no row
MATCH (s:Synergy {id: $id})
OPTIONAL MATCH (s)-[:ABOUT]->(r:Resource)
OPTIONAL MATCH (s)-[:TOWARDS]->(u:Use)
RETURN s.id AS id, s.kind AS kind, s.origin AS origin, s.judgement AS judgement, s.version AS version,
       s.score AS score, s.model AS model, s.hypothetical AS hypothetical, s.criteria AS criteria, s.points AS points,
       s.left AS left, s.right AS right, s.sources AS sources, s.text AS text, s.use_text AS use_text,
       s.source AS source, s.proposed_at AS proposed_at, s.created_at AS created_at, r.id AS resource_id,
       r.fr AS resource_fr, r.en AS resource_en, r.questions_fr AS questions_fr, r.questions_en AS questions_en, u.id AS use_id, u.fr AS use_fr, u.en AS use_en
