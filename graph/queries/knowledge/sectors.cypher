// takes nothing; gives nace, fr, en of every sector that has a label
MATCH (s:Sector)
WHERE s.fr IS NOT NULL
RETURN s.nace AS nace, s.fr AS fr, s.en AS en
ORDER BY nace
