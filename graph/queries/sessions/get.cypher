// takes $id; gives a session and its account, whose columns are null once it is removed; or no row
MATCH (s:Session {id: $id})
OPTIONAL MATCH (a:Account {id: s.account})
OPTIONAL MATCH (a)-[:SPEAKS_FOR]->(f:Firm)
RETURN s.until AS until, s.stamp = a.stamp AS valid, s.token AS token, a.changed AS changed, a.id AS id,
       a.login AS login, a.name AS name, a.role AS role, a.subject AS subject, a.demonstration AS demonstration,
       a.must_change AS must_change, a.stamp AS stamp, a.made_at AS made_at, a.signed_in_at AS signed_in_at,
       f.id AS firm_id, f.name AS firm_name
