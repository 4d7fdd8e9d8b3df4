// takes $rows of {id, name, lat, lon, population}; makes or refreshes communes; gives nothing
UNWIND $rows AS row
MERGE (c:Commune {id: row.id})
SET c.name = row.name, c.lat = row.lat, c.lon = row.lon, c.population = row.population
