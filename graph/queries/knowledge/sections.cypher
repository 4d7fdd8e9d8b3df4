// takes nothing; gives every chapter and section of the List of Waste with its names, and with the trades and shares of a
// section, as put_sections takes them
MATCH (s:WasteSection)
RETURN s.id AS section, s.fr AS fr, s.en AS en, s.naces AS naces, s.shares AS shares, s.sources AS sources
ORDER BY section
