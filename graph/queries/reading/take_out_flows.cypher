// takes $ids; takes flows out of a copy, with the leads that rest on them, what was decided and measured of these leads,
// and what their firms answered; gives nothing
UNWIND $ids AS id
MATCH (w:Flow {id: id})
OPTIONAL MATCH (w)<-[:RESTS_ON]-(s:Synergy)
OPTIONAL MATCH (s)<-[:ON|BROUGHT_BY]-(d)
OPTIONAL MATCH (w)<-[:OFFERS|NEEDS|POOLS]-(:Firm)<-[:ASKED_OF]-(q:Question)
WITH collect(DISTINCT w) + collect(DISTINCT s) + collect(DISTINCT d) + collect(DISTINCT q) AS every
UNWIND every AS n
DETACH DELETE n
