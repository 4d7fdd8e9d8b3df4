// takes $firm; empties the records that turned out to be this firm: their ids go on leading to it; gives nothing
MATCH (g:FormerFirm {kept: $firm})
SET g.name = '', g.nace = [], g.activity = '', g.headcount = null, g.lat = null, g.lon = null, g.siret = '', g.naf2025 = ''
