// takes $rows of {resource, use, process, conditions, maturity, weight, value_low, value_high, confidence, source}; gives
// nothing
UNWIND $rows AS row
MATCH (r:Resource {id: row.resource}), (u:Use {id: row.use})
MERGE (r)-[e:USABLE_AS]->(u)
SET e.process = row.process, e.conditions = row.conditions, e.maturity = row.maturity, e.weight = row.weight,
    e.value_low = row.value_low, e.value_high = row.value_high, e.confidence = row.confidence, e.source = row.source
