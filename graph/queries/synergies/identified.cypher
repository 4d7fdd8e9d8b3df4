// takes nothing; gives id, kind, text, use_text, source, judgement, firm_ids (in order of their step) of all that people
// identified, by id
MATCH (s:Synergy {origin: 'identified'})-[i:INVOLVES]->(f:Firm)
WITH s, i, f ORDER BY s.id, i.step, f.id
WITH s, collect(f.id) AS firm_ids
RETURN s.id AS id, s.kind AS kind, s.text AS text, s.use_text AS use_text, s.source AS source, s.judgement AS judgement,
       firm_ids
ORDER BY id
