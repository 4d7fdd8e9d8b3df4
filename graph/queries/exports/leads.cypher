// takes $ids; gives one block of these leads for a file, in no order: id, kind, origin, judgement, score, model,
// hypothetical, text, source, use_text, proposed_at, [[resource, fr, en]], [[use, fr, en]], [flow], [[firm, role, step]] of each
UNWIND $ids AS id
MATCH (s:Synergy {id: id})
RETURN collect([s.id, s.kind, s.origin, s.judgement, s.score, s.model, s.hypothetical, s.text, s.source, s.use_text,
                coalesce(s.proposed_at, s.created_at), [(s)-[:ABOUT]->(r:Resource) | [r.id, r.fr, r.en]],
                [(s)-[:TOWARDS]->(u:Use) | [u.id, u.fr, u.en]], [(s)-[:RESTS_ON]->(w:Flow) | w.id],
                [(s)-[i:INVOLVES]->(f:Firm) | [f.id, i.role, i.step]]]) AS rows
