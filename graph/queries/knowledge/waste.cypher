// takes nothing; gives every described entry of the List of Waste, as put_waste takes them
MATCH (c:WasteCode)
WHERE c.fr IS NOT NULL
RETURN c.id AS code, c.hazardous AS hazardous, c.mirrors AS mirrors, c.fr AS fr, c.en AS en, c.words_fr AS words_fr,
       c.words_en AS words_en, c.nace AS nace, c.source AS source
ORDER BY code
