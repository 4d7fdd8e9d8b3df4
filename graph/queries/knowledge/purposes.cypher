// takes nothing; gives every general purpose, as put_purposes takes them
MATCH (p:Purpose)
RETURN p.id AS id, p.kinds AS kinds, p.families AS families, p.use_ids AS use_ids, p.not_use_ids AS not_use_ids,
       p.words_fr AS words_fr, p.words_en AS words_en, p.source AS source
ORDER BY id
