// takes $celsius, $km; gives giver, offered_c, offered_mwh, taker, needed_c, km: heat offered at so many degrees, and whoever
// near by needs heat that is no hotter; km as the crow flies
MATCH (a:Firm)-[:OFFERS]->(o:Flow)-[:OF]->(r:Resource {kind: 'energy'})
WHERE o.temperature_c >= $celsius AND a.lat IS NOT NULL
MATCH (b:Firm)-[:NEEDS]->(n:Flow)-[:OF]->(:Resource {kind: 'energy'})
WHERE b.id <> a.id AND b.lat IS NOT NULL AND (n.temperature_c IS NULL OR n.temperature_c <= o.temperature_c)
WITH a, o, b, n, 111.2 * sqrt((a.lat - b.lat) ^ 2 + ((a.lon - b.lon) * cos(radians(a.lat))) ^ 2) AS away
WHERE away <= $km
RETURN a.name AS giver, o.temperature_c AS offered_c, CASE o.unit WHEN 'MWh' THEN o.quantity ELSE null END AS offered_mwh,
       b.name AS taker, n.temperature_c AS needed_c, round(away * 10) / 10.0 AS km
ORDER BY km, giver, taker
LIMIT 500
