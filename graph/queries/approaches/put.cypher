// takes $id, $synergy, $firm, $who, $at; remembers that somebody asked a firm whether it wants to be introduced; gives the
// id, or no row where the firm takes no part
MATCH (s:Synergy {id: $synergy})-[:INVOLVES]->(f:Firm {id: $firm})
MERGE (a:Approach {id: $id})
SET a.who = $who, a.at = $at
MERGE (a)-[:APPROACHES]->(f)
MERGE (a)-[:ABOUT_LEAD]->(s)
RETURN a.id AS id
