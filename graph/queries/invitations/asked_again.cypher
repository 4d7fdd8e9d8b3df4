// takes nothing; gives the firms that ask for a new link and got none since, longest waiting first: firm, firm_name, asked_at
MATCH (i:Invitation)-[:INVITES]->(f:Firm)
WHERE i.asked_at IS NOT NULL AND i.revoked_at IS NULL
OPTIONAL MATCH (f)<-[:INVITES]-(later:Invitation)
WHERE later.made_at >= i.asked_at
WITH f, i, count(later) AS answered
WHERE answered = 0
WITH f, min(i.asked_at) AS asked_at
RETURN f.id AS firm, f.name AS firm_name, asked_at
ORDER BY asked_at, firm
