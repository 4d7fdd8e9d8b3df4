// takes nothing; gives id of the firms that a person wrote
MATCH (f:Firm)
WHERE f.edited_at IS NOT NULL
RETURN f.id AS id
ORDER BY id
