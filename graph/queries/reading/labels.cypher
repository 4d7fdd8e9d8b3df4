// takes nothing; gives label, n of every node
MATCH (n)
RETURN labels(n)[0] AS label, count(n) AS n
ORDER BY label
