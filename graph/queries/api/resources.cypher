// takes $id, $kind (each '' for any), $after (an id, '' for the first), $limit; gives resources by id: id, kind, fr, en, unit,
// hazard, source, waste_codes (the first one first)
MATCH (r:Resource)
WHERE r.id > $after AND ($id = '' OR r.id = $id) AND ($kind = '' OR r.kind = $kind)
WITH r ORDER BY r.id LIMIT $limit
OPTIONAL MATCH (r)-[k:CODED_AS]->(c:WasteCode)
WITH r, k, c ORDER BY k.rank
WITH r, collect(c.id) AS waste_codes
RETURN r.id AS id, r.kind AS kind, r.fr AS fr, r.en AS en, r.unit AS unit, r.hazard AS hazard, r.source AS source,
       waste_codes
ORDER BY id
