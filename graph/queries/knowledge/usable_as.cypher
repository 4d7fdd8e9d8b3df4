// takes nothing; gives per resource resource_id, and rows: lists of [use, process, conditions, maturity, source, weight,
// value_low, value_high, confidence, process_en, conditions_en], packed because there are many
MATCH (r:Resource)-[e:USABLE_AS]->(u:Use)
WITH r.id AS resource_id, collect([u.id, e.process, e.conditions, e.maturity, e.source, e.weight, e.value_low,
     e.value_high, e.confidence, e.process_en, e.conditions_en]) AS rows
RETURN resource_id, rows
ORDER BY resource_id
