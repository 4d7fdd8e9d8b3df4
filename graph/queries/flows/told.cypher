// takes $id; gives the flow, withdrawn or not, with all it says: firm, relation, withdrawn, version, properties, what was
// understood of it, or no row
MATCH (f:Firm)-[d:OFFERS|NEEDS|POOLS|WITHDREW]->(w:Flow {id: $id})
OPTIONAL MATCH (w)-[of:OF]->(r:Resource)
OPTIONAL MATCH (w)-[:WANTED_FOR]->(u:Use)
RETURN f.id AS firm, CASE type(d) WHEN 'WITHDREW' THEN d.relation ELSE type(d) END AS relation,
       type(d) = 'WITHDREW' AS withdrawn, coalesce(w.version, 1) AS version, properties(w) AS properties,
       r.id AS resource, of.confidence AS confidence, of.why AS why, u.id AS use
