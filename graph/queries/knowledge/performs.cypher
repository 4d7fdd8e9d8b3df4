// takes nothing; gives nace, use_id, weight, source of every use a sector performs
MATCH (s:Sector)-[p:PERFORMS]->(u:Use)
RETURN s.nace AS nace, u.id AS use_id, p.weight AS weight, p.source AS source
ORDER BY nace, use_id
