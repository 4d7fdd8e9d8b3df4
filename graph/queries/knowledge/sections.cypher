// takes nothing; gives every section of the List of Waste with the trades and shares, as put_sections takes them
MATCH (s:WasteSection)
RETURN s.id AS section, s.naces AS naces, s.shares AS shares, s.sources AS sources
ORDER BY section
