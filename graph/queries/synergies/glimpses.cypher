// takes $flow, $firm; gives what its firm may know of the leads resting on a flow: kind, hypothetical, score, and for the
// other firms their sector and place only (never a name or a quantity)
MATCH (w:Flow {id: $flow})<-[:RESTS_ON]-(s:Synergy)
WHERE s.judgement <> 'refused'
MATCH (s)-[:INVOLVES]->(o:Firm)
WHERE o.id <> $firm
WITH s, o ORDER BY o.id
WITH s, collect({nace: o.nace, lat: o.lat, lon: o.lon}) AS others
RETURN s.id AS id, s.kind AS kind, s.hypothetical AS hypothetical, s.score AS score, others
ORDER BY hypothetical, score DESC, id LIMIT 20
