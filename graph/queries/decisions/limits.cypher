// takes nothing; gives the refusals in force whose reason may tell more than of their own lead: id, kind, resource,
// firm_ids (in order of their step), reason, firm (the one that was named), until, criteria, left (the values compared)
MATCH (d:Decision)-[:ON]->(s:Synergy {judgement: 'refused'})
WHERE d.rank = s.version AND d.reason IN ['firm_declines', 'contract', 'too_far']
MATCH (s)-[i:INVOLVES]->(f:Firm)
WITH s, d, i, f ORDER BY s.id, i.step, f.id
WITH s, d, collect(f.id) AS firm_ids
RETURN s.id AS id, s.kind AS kind, s.resource AS resource, firm_ids, d.reason AS reason,
       coalesce(d.firm, '') AS firm, coalesce(d.until, '') AS until, d.criteria AS criteria, d.left AS left
ORDER BY id
