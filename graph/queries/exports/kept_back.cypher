// takes nothing; gives the ids of the leads that rest on a confidential flow
MATCH (w:Flow {confidential: true})<-[:RESTS_ON]-(s:Synergy)
RETURN DISTINCT s.id AS id ORDER BY id
