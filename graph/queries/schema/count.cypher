// takes nothing; gives n, how many nodes there are
MATCH (n)
RETURN count(n) AS n
