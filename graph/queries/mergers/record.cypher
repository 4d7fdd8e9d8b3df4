// takes $gone, $kept, $at, $by; remembers a firm that turns out to be another one, so that its id still leads somewhere;
// gives the id, or no row where one of the two is not there
MATCH (g:Firm {id: $gone}), (k:Firm {id: $kept})
MERGE (f:FormerFirm {id: $gone})
SET f.kept = $kept, f.at = $at, f.by = $by, f.name = g.name, f.nace = g.nace, f.commune = g.commune,
    f.activity = g.activity, f.headcount = g.headcount, f.lat = g.lat, f.lon = g.lon, f.siret = g.siret,
    f.naf2025 = g.naf2025, f.closed_at = g.closed_at
RETURN f.id AS id
