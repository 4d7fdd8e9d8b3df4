// takes $rows of firms; makes or refreshes them, without a commune or an activity they no longer have; gives nothing
UNWIND $rows AS row
MERGE (f:Firm {id: row.id})
SET f.name = row.name, f.nace = row.nace, f.commune = row.commune, f.lat = row.lat, f.lon = row.lon,
    f.headcount = row.headcount, f.activity = row.activity
WITH f
MATCH (f)-[old:IN_COMMUNE|HAS_ACTIVITY]->(other)
WHERE (type(old) = 'IN_COMMUNE' AND other.id <> f.commune) OR (type(old) = 'HAS_ACTIVITY' AND NOT other.nace IN f.nace)
DELETE old
