// takes $workshop; gives per lead id, flow: those that rest on what a card that counts became, and those voted for (flow
// '' then)
MATCH (k:Card {withdrawn_at: ''})-[:HANDED_IN_AT]->(:Workshop {id: $workshop})
MATCH (k)-[:BECAME]->(o:Flow)<-[:RESTS_ON]-(s:Synergy)
RETURN s.id AS id, o.id AS flow
UNION
MATCH (v:Vote)-[:CAST_AT]->(:Workshop {id: $workshop})
MATCH (v)-[:FAVOURS]->(s:Synergy)
RETURN s.id AS id, '' AS flow
