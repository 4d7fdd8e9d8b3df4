// takes nothing; gives what firms ask to be erased, oldest first: firm, firm_name, at, by, done_at, done_by
MATCH (e:Erasure)-[:ASKED_BY]->(f:Firm)
RETURN f.id AS firm, f.name AS firm_name, e.at AS at, e.by AS by, e.done_at AS done_at, e.done_by AS done_by
ORDER BY at, firm
