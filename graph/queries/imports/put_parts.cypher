// takes $id, $rows of {id, rank, content (JSON)}; keeps what an import tells of its rows; gives nothing
MATCH (i:Import {id: $id})
UNWIND $rows AS row
MERGE (p:ImportPart {id: row.id})
SET p.rank = row.rank, p.content = row.content
MERGE (p)-[:TELLS]->(i)
