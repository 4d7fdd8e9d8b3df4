// takes $resources; gives the groups that the matcher proposes about them and nobody judged, as synergies/standing_on does
MATCH (s:Synergy)-[:ABOUT]->(r:Resource)
WHERE r.id IN $resources AND s.judgement = 'proposed' AND s.origin = 'matcher' AND s.kind = 'mutualisation'
MATCH (s)-[i:INVOLVES]->(f:Firm)
WITH s, i, f ORDER BY s.id, i.step, f.id
WITH s, collect(f.id) AS firm_ids
RETURN s.id AS id, s.kind AS kind, s.digest AS digest, s.resource AS resource_id, firm_ids, s.flows AS flow_ids,
       s.hypothetical AS hypothetical
ORDER BY id
