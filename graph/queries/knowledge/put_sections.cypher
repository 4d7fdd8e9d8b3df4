// takes $rows of sections of the List of Waste, with lists of equal length: what share of a trade's waste each holds;
// makes or refreshes them; gives nothing
UNWIND $rows AS row
MERGE (s:WasteSection {id: row.section})
SET s.naces = row.naces, s.shares = row.shares, s.sources = row.sources
