// takes $id; gives one sealed person: id, firm, sealed, or no row
MATCH (c:Secret {id: $id})-[:CONTACT_OF]->(f:Firm)
RETURN c.id AS id, f.id AS firm, c.sealed AS sealed
