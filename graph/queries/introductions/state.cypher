// takes $id; gives introduced_at and introduced_by (null before) of a synergy and what each firm agreed: id, name, agreed,
// agreed_at
MATCH (s:Synergy {id: $id})-[i:INVOLVES]->(f:Firm)
WITH s, i, f ORDER BY i.step, f.id
RETURN s.introduced_at AS introduced_at, s.introduced_by AS introduced_by, s.judgement AS judgement,
       collect({id: f.id, name: f.name, agreed: i.agreed, agreed_at: i.agreed_at}) AS parties
