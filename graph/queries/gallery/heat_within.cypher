// takes $celsius, $km; gives giver, offered_c, offered_mwh, taker, needed_c, km: heat offered at so many degrees, and whoever
// near by needs heat (no cold) that is no hotter; km as the crow flies
MATCH (b:Firm)-[:NEEDS]->(n:Flow)-[:OF]->(wanted:Resource {family: 'heat'})
WHERE b.lat IS NOT NULL AND NOT wanted.id IN ['cold', 'lng_cold']
WITH collect({b: b, n: n}) AS needs
MATCH (a:Firm)-[:OFFERS]->(o:Flow)-[:OF]->(:Resource {family: 'heat'})
WHERE o.temperature_c >= $celsius AND a.lat IS NOT NULL
UNWIND needs AS need
WITH a, o, need.b AS b, need.n AS n
WHERE b.id <> a.id AND abs(a.lat - b.lat) <= $km / 111.2 AND (n.temperature_c IS NULL OR n.temperature_c <= o.temperature_c)
WITH a, o, b, n, 111.2 * sqrt((a.lat - b.lat) ^ 2 + ((a.lon - b.lon) * cos(radians(a.lat))) ^ 2) AS away
WHERE away <= $km
RETURN a.name AS giver, o.temperature_c AS offered_c, CASE o.unit WHEN 'MWh' THEN o.quantity ELSE null END AS offered_mwh,
       b.name AS taker, n.temperature_c AS needed_c, round(away * 10) / 10.0 AS km
ORDER BY km, giver, taker
