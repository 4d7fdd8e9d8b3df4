// takes $workshop; gives id, flow of the leads that people know already (identified, entered or judged) and that a card
// that counts says again: same resource, its firm in the same part; not those that rest on what is confidential
MATCH (k:Card {withdrawn_at: ''})-[:HANDED_IN_AT]->(:Workshop {id: $workshop})
MATCH (k)-[:BECAME]->(o:Flow)-[:OF]->(:Resource)<-[:ABOUT]-(s:Synergy)
WHERE s.judgement <> 'proposed' OR s.origin IN ['identified', 'manual']
MATCH (s)-[p:INVOLVES]->(f:Firm)-[d:OFFERS|NEEDS|POOLS]->(o)
WHERE (type(d) = 'POOLS' AND s.kind = 'mutualisation') OR (type(d) = 'OFFERS' AND p.role = 'giver')
   OR (type(d) = 'NEEDS' AND p.role = 'taker')
OPTIONAL MATCH (s)-[:RESTS_ON]->(w:Flow {confidential: true})
WITH s, o, count(w) AS secret
WHERE secret = 0
RETURN DISTINCT s.id AS id, o.id AS flow
ORDER BY id, flow
