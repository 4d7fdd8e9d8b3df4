// takes $firm, $relation, $text, $waste_code; gives n, how often the firm entered these very words: the next rank
MATCH (f:Firm {id: $firm})-[d:OFFERS|NEEDS|POOLS]->(w:Flow)
WHERE type(d) = $relation AND w.text = $text AND w.waste_code = $waste_code
RETURN count(w) AS n
