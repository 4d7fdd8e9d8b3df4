// takes nothing; gives id, name, lat, lon, population of every commune and its number of firms, by name
MATCH (c:Commune)
OPTIONAL MATCH (c)<-[:IN_COMMUNE]-(f:Firm)
RETURN c.id AS id, c.name AS name, c.lat AS lat, c.lon AS lon, c.population AS population, count(f) AS firms
ORDER BY name
