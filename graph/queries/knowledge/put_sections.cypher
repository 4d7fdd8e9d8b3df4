// takes $rows of {section, fr, en, naces, shares, sources}: chapters and sections of the List of Waste, with lists of equal
// length that say what share of a trade's waste a section holds; makes or refreshes them; gives nothing
UNWIND $rows AS row
MERGE (s:WasteSection {id: row.section})
SET s.fr = row.fr, s.en = row.en, s.naces = row.naces, s.shares = row.shares, s.sources = row.sources
