// takes $ids; gives these flows, withdrawn or not, with all they say: firm, relation, withdrawn, version, properties, what
// was understood of them
UNWIND $ids AS id
MATCH (w:Flow {id: id})<-[d:OFFERS|NEEDS|POOLS|WITHDREW]-(f:Firm)
OPTIONAL MATCH (w)-[of:OF]->(r:Resource)
OPTIONAL MATCH (w)-[:WANTED_FOR]->(u:Use)
RETURN f.id AS firm, CASE type(d) WHEN 'WITHDREW' THEN d.relation ELSE type(d) END AS relation,
       type(d) = 'WITHDREW' AS withdrawn, coalesce(w.version, 1) AS version, properties(w) AS properties,
       r.id AS resource, of.confidence AS confidence, of.why AS why, u.id AS use
