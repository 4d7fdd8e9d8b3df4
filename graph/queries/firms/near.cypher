// takes $id, $lat, $lon, $south, $north, $west, $east (a box in degrees), $limit; gives the other firms in the box that
// have flows and are open, nearest first by squared degrees (the page computes km)
MATCH (f:Firm)
WHERE f.id <> $id AND coalesce(f.closed_at, '') = ''
  AND f.lat >= $south AND f.lat <= $north AND f.lon >= $west AND f.lon <= $east
MATCH (f)-[:OFFERS|NEEDS|POOLS]->(w:Flow)
WITH f, count(w) AS flows
WITH f, flows, (f.lat - $lat) * (f.lat - $lat) + (f.lon - $lon) * (f.lon - $lon) * 0.43 AS away
ORDER BY away, f.id LIMIT $limit
RETURN f.id AS id, f.name AS name, f.nace AS nace, f.lat AS lat, f.lon AS lon, flows AS flows
ORDER BY away, id
