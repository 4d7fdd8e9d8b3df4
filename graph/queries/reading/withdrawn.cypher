// takes nothing; gives n, how many flows that no firm offers, needs or pools any more whoever asks sees
MATCH (w:Flow)
OPTIONAL MATCH (w)<-[d:OFFERS|NEEDS|POOLS]-(:Firm)
WITH w, count(d) AS told
WHERE told = 0
RETURN count(w) AS n
