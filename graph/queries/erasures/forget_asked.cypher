// takes $words; removes what people asked the console and that names one of these; gives nothing
MATCH (q:SavedQuery)
WHERE any(word IN $words WHERE q.text CONTAINS word OR coalesce(q.parameters, '') CONTAINS word
                            OR coalesce(q.name, '') CONTAINS word)
DETACH DELETE q
