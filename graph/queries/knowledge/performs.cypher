// takes nothing; gives nace, use_id, weight, share, confidence, source of every use a sector performs
MATCH (s:Sector)-[p:PERFORMS]->(u:Use)
RETURN s.nace AS nace, u.id AS use_id, p.weight AS weight, p.share AS share, p.confidence AS confidence,
       p.source AS source
ORDER BY nace, use_id
