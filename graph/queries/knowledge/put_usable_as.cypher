// takes $rows of {resource, use, process, conditions, process_en, conditions_en, maturity, weight, value_low, value_high,
// confidence, source}; gives nothing
UNWIND $rows AS row
MATCH (r:Resource {id: row.resource}), (u:Use {id: row.use})
MERGE (r)-[e:USABLE_AS]->(u)
SET e.process = row.process, e.conditions = row.conditions, e.process_en = row.process_en,
    e.conditions_en = row.conditions_en, e.maturity = row.maturity, e.weight = row.weight, e.value_low = row.value_low,
    e.value_high = row.value_high, e.confidence = row.confidence, e.source = row.source
