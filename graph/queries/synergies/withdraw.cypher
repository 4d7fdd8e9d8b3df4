// takes $ids; deletes proposals that no longer hold, never one that somebody judged or that has a history; gives n
UNWIND $ids AS id
MATCH (s:Synergy {id: id})
SET s.touched = 'withdraw'
WITH s
WHERE s.judgement = 'proposed' AND s.origin = 'matcher' AND NOT EXISTS { (s)<-[:ON]-(:Decision) }
DETACH DELETE s
RETURN count(*) AS n
