// takes $rows of firms, each with the import it comes from if any; makes or refreshes them, without a commune or an activity
// they no longer have; gives nothing
UNWIND $rows AS row
MERGE (f:Firm {id: row.id})
SET f.name = row.name, f.nace = row.nace, f.commune = row.commune, f.lat = row.lat, f.lon = row.lon,
    f.headcount = row.headcount, f.activity = row.activity, f.siret = row.siret, f.naf2025 = row.naf2025,
    f.closed_at = row.closed_at, f.import = coalesce(row.import, f.import)
WITH f
MATCH (f)-[old:IN_COMMUNE|HAS_ACTIVITY]->(other)
WHERE (type(old) = 'IN_COMMUNE' AND other.id <> f.commune)
   OR (type(old) = 'HAS_ACTIVITY' AND NOT coalesce(other.nace, '') IN f.nace
       AND coalesce(other.naf2025, '-') <> coalesce(f.naf2025, ''))
DELETE old
