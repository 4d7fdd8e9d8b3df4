// takes $rows of {sector, resource, share_of_firms, share_of_resource, low, high, unit, confidence, source}; says what
// firms of a sector typically need, low to high in unit per employee and year; gives nothing
UNWIND $rows AS row
MATCH (s:Sector {id: row.sector}), (r:Resource {id: row.resource})
MERGE (s)-[t:TYPICALLY_NEEDS]->(r)
SET t.share_of_firms = row.share_of_firms, t.share_of_resource = row.share_of_resource, t.low = row.low,
    t.high = row.high, t.unit = row.unit, t.confidence = row.confidence, t.source = row.source
