// takes nothing; gives n, how many imports there are
MATCH (i:Import)
RETURN count(i) AS n
