// takes $row {id, firm, made_at, made_by, until}; makes an invitation of a firm; gives its id, or no row without the firm
MATCH (f:Firm {id: $row.firm})
MERGE (i:Invitation {id: $row.id})
SET i.made_at = $row.made_at, i.made_by = $row.made_by, i.until = $row.until
MERGE (i)-[:INVITES]->(f)
RETURN i.id AS id
