// takes nothing; gives every lead that people judged and whose reasons were shown to them, with the latest decision: id,
// kind, origin, judgement, hypothetical, reason, model, score, criteria, points, left, right, sources, use_id, nace (the
// taker's activities, null for a group)
MATCH (d:Decision)-[:ON]->(s:Synergy)
WHERE d.rank = s.version AND s.judgement <> 'proposed' AND d.criteria IS NOT NULL
OPTIONAL MATCH (s)-[:TOWARDS]->(u:Use)
OPTIONAL MATCH (s)-[:INVOLVES {role: 'taker'}]->(f:Firm)
RETURN s.id AS id, s.kind AS kind, s.origin AS origin, s.judgement AS judgement, s.hypothetical AS hypothetical,
       d.reason AS reason, d.model AS model, d.score AS score, d.criteria AS criteria, d.points AS points,
       d.left AS left, d.right AS right, d.sources AS sources, u.id AS use_id, f.nace AS nace
ORDER BY id
