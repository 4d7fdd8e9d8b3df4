// takes $rows of general purposes; makes or refreshes them; gives nothing
UNWIND $rows AS row
MERGE (p:Purpose {id: row.id})
SET p.kinds = row.kinds, p.families = row.families, p.use_ids = row.use_ids, p.not_use_ids = row.not_use_ids,
    p.words_fr = row.words_fr, p.words_en = row.words_en, p.source = row.source
