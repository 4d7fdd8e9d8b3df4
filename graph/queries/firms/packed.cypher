// takes nothing; gives blocks of [id, name, nace, commune, lat, lon, headcount, activity, siret, naf2025, closed_at],
// closed ones too
MATCH (f:Firm)
WITH f.commune AS block,
     collect([f.id, f.name, f.nace, f.commune, f.lat, f.lon, f.headcount, f.activity, f.siret, f.naf2025,
              f.closed_at]) AS rows
RETURN rows
