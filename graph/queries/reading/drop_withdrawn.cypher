// takes nothing; drops from a copy the flows that no firm offers, needs or pools any more; gives n
MATCH (w:Flow)
OPTIONAL MATCH (w)<-[d:OFFERS|NEEDS|POOLS]-(:Firm)
WITH w, count(d) AS told
WHERE told = 0
DETACH DELETE w
RETURN count(w) AS n
