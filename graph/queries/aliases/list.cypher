// takes nothing; gives id, firm of every written name that a person explained
MATCH (a:FirmAlias)
RETURN a.id AS id, a.firm AS firm
ORDER BY id LIMIT 20000
