// takes $id; gives the workshop with how many cards count, or no row
MATCH (w:Workshop {id: $id})
OPTIONAL MATCH (k:Card {withdrawn_at: ''})-[:HANDED_IN_AT]->(w)
WITH w, count(k) AS cards
RETURN w.id AS id, w.name AS name, w.day AS day, w.place AS place, w.closed_at AS closed_at, cards
