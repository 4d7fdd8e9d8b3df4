// takes nothing; gives id, fr, en, treatment, source of every shipped use
MATCH (u:Use)
WHERE u.corrected IS NULL
RETURN u.id AS id, u.fr AS fr, u.en AS en, u.treatment AS treatment, u.source AS source
ORDER BY id
