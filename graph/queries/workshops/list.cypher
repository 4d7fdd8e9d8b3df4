// takes nothing; gives every workshop with how many cards count, latest day first
MATCH (w:Workshop)
OPTIONAL MATCH (k:Card {withdrawn_at: ''})-[:HANDED_IN_AT]->(w)
WITH w, count(k) AS cards
RETURN w.id AS id, w.name AS name, w.day AS day, w.place AS place, w.closed_at AS closed_at, cards
ORDER BY day DESC, name, id LIMIT 500
