// takes $rows of flows with their firm and direction; makes or refreshes them, also those that were withdrawn; gives
// nothing
UNWIND $rows AS row
MATCH (f:Firm {id: row.firm})
MERGE (w:Flow {id: row.id})
SET w.text = row.text, w.waste_code = row.waste_code, w.quantity = row.quantity, w.unit = row.unit,
    w.rhythm = row.rhythm, w.temperature_c = row.temperature_c, w.quality = row.quality, w.use_text = row.use_text,
    w.provenance = row.provenance, w.as_of = row.as_of, w.quantity_text = row.quantity_text,
    w.quantity_max = row.quantity_max, w.below_threshold = row.below_threshold, w.source = row.source,
    w.operation = row.operation, w.withdrawn = null, w.import = coalesce(row.import, w.import)
FOREACH (_ IN CASE row.direction WHEN 'offer' THEN [1] ELSE [] END | MERGE (f)-[:OFFERS]->(w))
FOREACH (_ IN CASE row.direction WHEN 'need' THEN [1] ELSE [] END | MERGE (f)-[:NEEDS]->(w))
FOREACH (_ IN CASE row.direction WHEN 'share' THEN [1] ELSE [] END | MERGE (f)-[:POOLS]->(w))
WITH f, w
MATCH (f)-[gone:WITHDREW]->(w)
DELETE gone
