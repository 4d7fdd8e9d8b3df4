// takes nothing; gives id, criteria, points of every model that was ever used
MATCH (m:Model)
RETURN m.id AS id, m.criteria AS criteria, m.points AS points
ORDER BY id
