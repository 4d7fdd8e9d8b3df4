// takes nothing; gives every shipped use with its synonyms, as put_uses takes them
MATCH (u:Use)
WHERE u.corrected IS NULL
RETURN u.id AS id, u.fr AS fr, u.en AS en, u.treatment AS treatment, u.source AS source,
       u.synonyms_fr AS synonyms_fr, u.synonyms_en AS synonyms_en
ORDER BY id
