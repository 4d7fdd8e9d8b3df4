// takes $rows of uses; makes or refreshes them; gives nothing
UNWIND $rows AS row
MERGE (u:Use {id: row.id})
SET u.fr = row.fr, u.en = row.en, u.treatment = row.treatment, u.source = row.source,
    u.synonyms_fr = row.synonyms_fr, u.synonyms_en = row.synonyms_en
