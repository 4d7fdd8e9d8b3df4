// takes $id, $firm, $resource, $relation, $provenance (each '' for any), $after (an id, '' for the first), $limit; gives flows
// by id: id, firm, relation, text, waste_code, quantity, unit, rhythm, temperature_c, quality, confidential (then what is kept back is empty),
// provenance, as_of, resource, confidence
MATCH (f:Firm)-[d:OFFERS|NEEDS|POOLS]->(w:Flow)
WHERE w.id > $after AND ($id = '' OR w.id = $id) AND ($firm = '' OR f.id = $firm)
  AND ($relation = '' OR type(d) = $relation) AND ($provenance = '' OR w.provenance = $provenance)
OPTIONAL MATCH (w)-[of:OF]->(r:Resource)
WITH f, d, w, of, r
WHERE $resource = '' OR r.id = $resource
WITH f, d, w, of, r ORDER BY w.id LIMIT $limit
RETURN w.id AS id, f.id AS firm, type(d) AS relation, w.text AS text, w.waste_code AS waste_code,
       w.quantity AS quantity, w.unit AS unit, w.rhythm AS rhythm, w.temperature_c AS temperature_c,
       w.quality AS quality, coalesce(w.confidential, false) AS confidential, w.provenance AS provenance,
       w.as_of AS as_of, r.id AS resource, of.confidence AS confidence
ORDER BY id
