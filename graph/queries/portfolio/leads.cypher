// takes $judgements; gives blocks of the leads at these judgements that rest on no hypothesis, chains left out, as lists: id, kind,
// judgement, resource, score (null where people identified it), ids of its flows (the giver's first)
MATCH (s:Synergy)
WHERE s.judgement IN $judgements AND s.hypothetical = false AND NOT s.id STARTS WITH 'chain-'
WITH s.kind AS block, collect([s.id, s.kind, s.judgement, s.resource, s.score, s.flows]) AS rows
RETURN rows
