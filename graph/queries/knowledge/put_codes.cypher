// takes $rows of {resource, code, hazardous, rank}; says under which waste codes a resource goes; gives nothing
UNWIND $rows AS row
MATCH (r:Resource {id: row.resource})
MERGE (c:WasteCode {id: row.code})
SET c.hazardous = row.hazardous
MERGE (r)-[coded:CODED_AS]->(c)
SET coded.rank = row.rank
