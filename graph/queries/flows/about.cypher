// takes $resources (ids), $relations (OFFERS, NEEDS, POOLS), $limit; gives blocks of flows about these resources as lists,
// as flows/packed does
UNWIND $resources AS resource
MATCH (r:Resource {id: resource})<-[of:OF]-(w:Flow)<-[d:OFFERS|NEEDS|POOLS]-(f:Firm)
WHERE type(d) IN $relations
OPTIONAL MATCH (w)-[:WANTED_FOR]->(u:Use)
WITH f, d, w, of, r, u ORDER BY w.id LIMIT $limit
WITH r.id AS block,
     collect([w.id, f.id, type(d), w.text, w.waste_code, w.quantity, w.unit, w.rhythm, w.temperature_c, w.quality,
              w.use_text, w.provenance, w.as_of, r.id, of.confidence, of.why, u.id, w.quantity_text, w.quantity_max,
              w.below_threshold, w.source, w.operation]) AS rows
RETURN rows
