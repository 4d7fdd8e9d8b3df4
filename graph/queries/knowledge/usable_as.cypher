// takes nothing; gives resource_id, use_id, process, conditions, maturity, source of every usable-as relation
MATCH (r:Resource)-[e:USABLE_AS]->(u:Use)
RETURN r.id AS resource_id, u.id AS use_id, e.process AS process, e.conditions AS conditions,
       e.maturity AS maturity, e.source AS source
ORDER BY resource_id, use_id
