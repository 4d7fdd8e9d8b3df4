// takes $ids; gives these leads with their firms in order and the flows they rest on, for a file
UNWIND $ids AS id
MATCH (s:Synergy {id: id})
OPTIONAL MATCH (s)-[:ABOUT]->(r:Resource)
OPTIONAL MATCH (s)-[:TOWARDS]->(u:Use)
OPTIONAL MATCH (s)-[i:INVOLVES]->(f:Firm)
OPTIONAL MATCH (f)-[:IN_COMMUNE]->(c:Commune)
WITH s, r, u, i, f, c ORDER BY i.step, f.id
WITH s, r, u, collect({id: f.id, name: f.name, role: i.role, commune: c.name}) AS parties
OPTIONAL MATCH (s)-[:RESTS_ON]->(w:Flow)<-[d:OFFERS|NEEDS|POOLS]-(o:Firm)
WITH s, r, u, parties, w, d, o ORDER BY w.id
WITH s, r, u, parties,
     collect({firm: o.name, relation: type(d), text: w.text, waste_code: w.waste_code, quantity: w.quantity,
              unit: w.unit, provenance: w.provenance, as_of: w.as_of, confidential: w.confidential}) AS flows
RETURN s.id AS id, s.kind AS kind, s.origin AS origin, s.judgement AS judgement, s.score AS score, s.model AS model,
       s.hypothetical AS hypothetical, s.text AS text, s.source AS source, s.use_text AS use_text,
       coalesce(s.proposed_at, s.created_at) AS proposed_at, r.id AS resource_id, r.fr AS resource_fr,
       r.en AS resource_en, u.id AS use_id, u.fr AS use_fr, u.en AS use_en, parties, flows
ORDER BY id
