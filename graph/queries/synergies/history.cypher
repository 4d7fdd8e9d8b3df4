// takes nothing; gives id, after, reason, at of every decision on every lead, in the order they were taken
MATCH (d:Decision)-[:ON]->(s:Synergy)
RETURN s.id AS id, d.after AS after, d.reason AS reason, d.at AS at, d.rank AS rank
ORDER BY id, rank
