// takes nothing; gives firms and flows, the ids that a copy holds
OPTIONAL MATCH (f:Firm)
WITH collect(f.id) AS firms
OPTIONAL MATCH (w:Flow)
RETURN firms, collect(w.id) AS flows
