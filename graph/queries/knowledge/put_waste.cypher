// takes $rows of {code, hazardous, mirrors, fr, en, words_fr, words_en, nace, source}; makes or refreshes the entries of
// the List of Waste; gives nothing
UNWIND $rows AS row
MERGE (c:WasteCode {id: row.code})
SET c.hazardous = row.hazardous, c.mirrors = row.mirrors, c.fr = row.fr, c.en = row.en, c.words_fr = row.words_fr,
    c.words_en = row.words_en, c.nace = row.nace, c.source = row.source
