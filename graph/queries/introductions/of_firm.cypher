// takes $firm, $judgements; gives the synergies a firm may say yes or no to: id, kind, judgement, introduced_at, resource,
// its role and what it agreed, and the others with their sector, place and answer; a name, and what people wrote, only once
// they were introduced
MATCH (f:Firm {id: $firm})<-[mine:INVOLVES]-(s:Synergy)
WHERE s.judgement IN $judgements
OPTIONAL MATCH (s)-[:ABOUT]->(r:Resource)
MATCH (s)-[i:INVOLVES]->(o:Firm)
WHERE o.id <> $firm
OPTIONAL MATCH (o)-[:IN_COMMUNE]->(c:Commune)
WITH s, mine, r, i, o, c ORDER BY i.step, o.id
WITH s, mine, r, collect({
  id: CASE WHEN s.introduced_at IS NOT NULL THEN o.id END, nace: o.nace, lat: o.lat, lon: o.lon, agreed: i.agreed,
  name: CASE WHEN s.introduced_at IS NOT NULL THEN o.name END,
  commune: CASE WHEN s.introduced_at IS NOT NULL THEN c.name END}) AS others
RETURN s.id AS id, s.kind AS kind, s.judgement AS judgement, s.introduced_at AS introduced_at,
       CASE WHEN s.introduced_at IS NOT NULL THEN s.text ELSE '' END AS text,
       mine.role AS role, mine.agreed AS agreed, r.id AS resource_id, r.fr AS resource_fr, r.en AS resource_en, others
ORDER BY id
