// takes nothing; gives id, outline (a GeoJSON geometry as text), source of the communes whose official outline was loaded
MATCH (c:Commune)
WHERE c.outline IS NOT NULL
RETURN c.id AS id, c.outline AS outline, c.outline_source AS source
ORDER BY id
