// takes $gone, $kept; puts the firm that stays in the place of the one that goes in its leads, with what it agreed; where
// both took part, the one that stays keeps its own part; gives nothing
MATCH (k:Firm {id: $kept})
MATCH (g:Firm {id: $gone})<-[i:INVOLVES]-(s:Synergy)
MERGE (s)-[m:INVOLVES]->(k)
ON CREATE SET m.role = i.role, m.step = i.step, m.agreed = i.agreed, m.agreed_at = i.agreed_at
DELETE i
