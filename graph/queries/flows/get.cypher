// takes $id; gives the flow with its firm and what was understood of it, or no row
MATCH (w:Flow {id: $id})<-[d:OFFERS|NEEDS|POOLS]-(f:Firm)
OPTIONAL MATCH (w)-[of:OF]->(r:Resource)
RETURN w.id AS id, f.id AS firm_id, f.name AS firm_name, type(d) AS relation, coalesce(w.confidential, false) AS confidential, w.text AS text,
       w.waste_code AS waste_code, w.quantity AS quantity, w.unit AS unit, w.rhythm AS rhythm,
       w.temperature_c AS temperature_c, w.quality AS quality, w.use_text AS use_text, w.provenance AS provenance,
       w.as_of AS as_of, w.quantity_text AS quantity_text, w.quantity_max AS quantity_max,
       w.below_threshold AS below_threshold, w.source AS source, w.operation AS operation, r.id AS resource_id,
       r.fr AS resource_fr, r.en AS resource_en, of.confidence AS confidence
