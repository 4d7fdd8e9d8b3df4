// takes $rows of {id, old, new}; puts anew what imports remember where it still is as it was read; gives nothing
UNWIND $rows AS row
MATCH (p:ImportPart {id: row.id})
WHERE p.content = row.old
SET p.content = row.new
