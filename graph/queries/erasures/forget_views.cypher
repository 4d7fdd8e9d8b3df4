// takes $words; removes the views of lists that people kept and that name one of these; gives nothing
MATCH (v:SavedView)
WHERE any(word IN $words WHERE v.query CONTAINS word OR v.name CONTAINS word)
DETACH DELETE v
