// takes $rows of {resource, use, process, conditions, maturity, source}; gives nothing
UNWIND $rows AS row
MATCH (r:Resource {id: row.resource}), (u:Use {id: row.use})
MERGE (r)-[e:USABLE_AS]->(u)
SET e.process = row.process, e.conditions = row.conditions, e.maturity = row.maturity, e.source = row.source
