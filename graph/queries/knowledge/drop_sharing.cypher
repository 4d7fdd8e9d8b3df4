// takes $rows of {id}; takes away sharing rules that the knowledge holds no more; gives nothing
UNWIND $rows AS row
MATCH (s:Sharing {id: row.id})
DETACH DELETE s
