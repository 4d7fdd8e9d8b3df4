// takes $rows of {id}; takes away documented exchanges that the knowledge holds no more; gives nothing
UNWIND $rows AS row
MATCH (p:Precedent {id: row.id})
DETACH DELETE p
