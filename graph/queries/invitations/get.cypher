// takes $id; gives an invitation with its firm: id, firm, firm_name, made_at, made_by, until, used_at, revoked_at; or no row
MATCH (i:Invitation {id: $id})-[:INVITES]->(f:Firm)
RETURN i.id AS id, f.id AS firm, f.name AS firm_name, i.made_at AS made_at, i.made_by AS made_by, i.until AS until,
       i.used_at AS used_at, i.revoked_at AS revoked_at
