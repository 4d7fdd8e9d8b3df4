// takes nothing; marks the flows that were withdrawn before withdrawing marked them; gives n
MATCH (:Firm)-[:WITHDREW]->(w:Flow)
SET w.withdrawn = true
RETURN count(w) AS n
