// takes $resources (ids); gives blocks as flows/packed does of the flows of these resources and of those wanted for a named
// use, which come twice where they are both
UNWIND $resources AS resource
MATCH (r:Resource {id: resource})<-[of:OF]-(w:Flow)<-[d:OFFERS|NEEDS|POOLS]-(f:Firm)
OPTIONAL MATCH (w)-[:WANTED_FOR]->(u:Use)
WITH substring(w.id, 5, 1) AS block,
     collect([w.id, f.id, type(d), w.text, w.waste_code, w.quantity, w.unit, w.rhythm, w.temperature_c, w.quality,
              w.use_text, w.provenance, w.as_of, r.id, of.confidence, of.why, u.id, w.quantity_text, w.quantity_max,
              w.below_threshold, w.source, w.operation]) AS rows
RETURN rows
UNION ALL
MATCH (u:Use)<-[:WANTED_FOR]-(w:Flow)<-[d:OFFERS|NEEDS|POOLS]-(f:Firm)
OPTIONAL MATCH (w)-[of:OF]->(r:Resource)
WITH substring(w.id, 5, 1) AS block,
     collect([w.id, f.id, type(d), w.text, w.waste_code, w.quantity, w.unit, w.rhythm, w.temperature_c, w.quality,
              w.use_text, w.provenance, w.as_of, r.id, of.confidence, of.why, u.id, w.quantity_text, w.quantity_max,
              w.below_threshold, w.source, w.operation]) AS rows
RETURN rows
