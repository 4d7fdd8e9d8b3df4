// takes nothing; gives every account with its firm, by name; passwords are not among what it gives
MATCH (a:Account)
OPTIONAL MATCH (a)-[:SPEAKS_FOR]->(f:Firm)
RETURN a.id AS id, a.login AS login, a.name AS name, a.role AS role, a.subject AS subject,
       a.demonstration AS demonstration, a.must_change AS must_change, a.stamp AS stamp, a.made_at AS made_at,
       a.signed_in_at AS signed_in_at, f.id AS firm_id, f.name AS firm_name
ORDER BY name, login
