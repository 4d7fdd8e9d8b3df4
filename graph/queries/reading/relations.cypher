// takes nothing; gives start, type, end, n of every relation, by the labels of its ends
MATCH (a)-[r]->(b)
RETURN labels(a)[0] AS start, type(r) AS type, labels(b)[0] AS end, count(r) AS n
ORDER BY start, type, end
