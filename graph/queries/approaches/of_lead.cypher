// takes $id; gives who asked which firm of a lead when, latest first: firm, who, at
MATCH (f:Firm)<-[:APPROACHES]-(a:Approach)-[:ABOUT_LEAD]->(s:Synergy {id: $id})
RETURN f.id AS firm, a.who AS who, a.at AS at
ORDER BY at DESC, firm
