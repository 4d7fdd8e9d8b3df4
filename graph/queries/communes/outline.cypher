// takes $rows of {id, outline (a GeoJSON geometry as text), source}; gives id of each commune whose outline was written
UNWIND $rows AS row
MATCH (c:Commune {id: row.id})
SET c.outline = row.outline, c.outline_source = row.source
RETURN c.id AS id
