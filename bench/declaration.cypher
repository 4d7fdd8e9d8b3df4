// What a declared offer could be asked of the graph instead, reading only: takes $id of the offer, $km (how far its resource
// goes), $trust, $pace; gives the best 20 needs of the same resource, as bench/ranking.cypher scores them.
MATCH (a:Firm)-[:OFFERS]->(o:Flow {id: $id})-[x:OF]->(r:Resource)
MATCH (r)<-[y:OF]-(n:Flow)<-[:NEEDS]-(b:Firm)
WHERE a.id <> b.id AND NOT (o.provenance = 'hypothesis' AND n.provenance = 'hypothesis')
WITH o, n, x, y,
     12742.0176 * asin(sqrt(sin(radians(b.lat - a.lat) / 2) ^ 2
       + cos(radians(a.lat)) * cos(radians(b.lat)) * sin(radians(b.lon - a.lon) / 2) ^ 2)) AS km
WHERE km <= $km
RETURN n.id AS need, 0.2 * ((CASE WHEN x.confidence < y.confidence THEN x.confidence ELSE y.confidence END) - 0.6) / 0.4
  + CASE WHEN o.unit = n.unit AND o.quantity > 0 AND n.quantity > 0
         THEN 0.3 * (1 - 2 * abs(log(o.quantity / n.quantity)) / log(20)) ELSE 0.0 END
  + CASE WHEN o.rhythm IS NULL OR n.rhythm IS NULL THEN 0.0
         ELSE 0.15 * (1 - 2 * abs($pace[o.rhythm] - $pace[n.rhythm]) / 5.0) END
  + 0.4 * (1 - 2 * sqrt(km / $km)) + 0.2 * ($trust[o.provenance] + $trust[n.provenance]) AS score
ORDER BY score DESC, need
LIMIT 20
