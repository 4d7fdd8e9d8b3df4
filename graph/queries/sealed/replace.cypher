// takes $rows of {id, old, new}; seals anew what is still sealed as it was read; gives nothing
UNWIND $rows AS row
MATCH (n:Secret {id: row.id})
WHERE n.sealed = row.old
SET n.sealed = row.new
