// takes nothing; gives blocks of flows as lists, for the matcher: id, firm, relation, text, waste_code, quantity, unit,
// rhythm, temperature_c, quality, use_text, provenance, as_of, resource, confidence, why, use, quantity_text,
// quantity_max, below_threshold, source, operation
MATCH (f:Firm)-[d:OFFERS|NEEDS|POOLS]->(w:Flow)
OPTIONAL MATCH (w)-[of:OF]->(r:Resource)
OPTIONAL MATCH (w)-[:WANTED_FOR]->(u:Use)
WITH substring(w.id, 5, 1) AS block,
     collect([w.id, f.id, type(d), w.text, w.waste_code, w.quantity, w.unit, w.rhythm, w.temperature_c, w.quality,
              w.use_text, w.provenance, w.as_of, r.id, of.confidence, of.why, u.id, w.quantity_text, w.quantity_max,
              w.below_threshold, w.source, w.operation]) AS rows
RETURN rows
