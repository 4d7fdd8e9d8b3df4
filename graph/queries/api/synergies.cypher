// takes $id, $kind, $origin, $judgement, $resource, $firm (each '' for any), $after (an id, '' for the first), $limit; gives
// leads by id with their firms and reasons: id, kind, origin, judgement, version, score, model, hypothetical, text,
// resource, use, criteria, points, left, right, sources, firms (each with its role)
MATCH (s:Synergy)
WHERE s.id > $after AND ($id = '' OR s.id = $id) AND ($kind = '' OR s.kind = $kind)
  AND ($origin = '' OR s.origin = $origin) AND ($judgement = '' OR s.judgement = $judgement)
  AND ($firm = '' OR EXISTS { MATCH (s)-[:INVOLVES]->(:Firm {id: $firm}) })
OPTIONAL MATCH (s)-[:ABOUT]->(r:Resource)
OPTIONAL MATCH (s)-[:TOWARDS]->(u:Use)
WITH s, r, u
WHERE $resource = '' OR r.id = $resource
WITH s, r, u ORDER BY s.id LIMIT $limit
OPTIONAL MATCH (s)-[i:INVOLVES]->(f:Firm)
WITH s, r, u, i, f ORDER BY i.step, f.id
WITH s, r, u, collect({id: f.id, name: f.name, role: i.role}) AS firms
RETURN s.id AS id, s.kind AS kind, s.origin AS origin, s.judgement AS judgement, s.version AS version,
       s.score AS score, s.model AS model, s.hypothetical AS hypothetical, s.text AS text, r.id AS resource, u.id AS use,
       s.criteria AS criteria, s.points AS points, s.left AS left, s.right AS right, s.sources AS sources, firms
ORDER BY id
