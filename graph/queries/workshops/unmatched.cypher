// takes $workshop; gives id, flow of the cards that count and wait to be matched with the territory
MATCH (k:Card {matched: false, withdrawn_at: ''})-[:HANDED_IN_AT]->(:Workshop {id: $workshop})
MATCH (k)-[:BECAME]->(o:Flow)
RETURN k.id AS id, o.id AS flow
ORDER BY id LIMIT 2000
