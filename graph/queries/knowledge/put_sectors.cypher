// takes $rows of {id, nace, fr, en}; makes or refreshes sectors; gives nothing
UNWIND $rows AS row
MERGE (s:Sector {id: row.id})
SET s.nace = row.nace, s.fr = row.fr, s.en = row.en
