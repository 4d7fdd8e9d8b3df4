// takes $firm; gives its invitations, latest first: id, made_at, made_by, until, used_at, revoked_at
MATCH (:Firm {id: $firm})<-[:INVITES]-(i:Invitation)
RETURN i.id AS id, i.made_at AS made_at, i.made_by AS made_by, i.until AS until, i.used_at AS used_at,
       i.revoked_at AS revoked_at
ORDER BY made_at DESC, id
