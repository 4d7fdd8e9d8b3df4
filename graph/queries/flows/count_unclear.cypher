// takes nothing; gives n, how many flows were not understood
MATCH (:Firm)-[:OFFERS|NEEDS|POOLS]->(w:Flow)
WHERE NOT EXISTS { (w)-[:OF]->(:Resource) }
RETURN count(w) AS n
