// takes $ids; takes firms out of a copy, with the leads they have a part in, what was decided and measured of these leads,
// and what they answered; gives nothing
UNWIND $ids AS id
MATCH (f:Firm {id: id})
OPTIONAL MATCH (f)<-[:INVOLVES]-(s:Synergy)
OPTIONAL MATCH (s)<-[:ON|BROUGHT_BY]-(d)
OPTIONAL MATCH (f)<-[:ASKED_OF]-(q:Question)
WITH collect(DISTINCT f) + collect(DISTINCT s) + collect(DISTINCT d) + collect(DISTINCT q) AS every
UNWIND every AS n
DETACH DELETE n
