// takes $kept; deletes the leads that nobody judged and that unite a firm with itself only, after a merger; gives n
MATCH (k:Firm {id: $kept})<-[:INVOLVES]-(s:Synergy)
WHERE s.judgement = 'proposed' AND s.origin = 'matcher' AND NOT EXISTS { (s)<-[:ON]-(:Decision) }
MATCH (s)-[i:INVOLVES]->(:Firm)
WITH s, count(i) AS firms
WHERE firms < 2
DETACH DELETE s
RETURN count(*) AS n
