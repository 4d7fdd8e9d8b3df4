// takes nothing; gives blocks of [id, name, nace, commune, lat, lon, headcount, activity], for the matcher
MATCH (f:Firm)
WITH f.commune AS block, collect([f.id, f.name, f.nace, f.commune, f.lat, f.lon, f.headcount, f.activity]) AS rows
RETURN rows
