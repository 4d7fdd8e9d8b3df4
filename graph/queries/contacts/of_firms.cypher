// takes $firms (ids); gives the sealed people of these firms: id, firm, sealed
UNWIND $firms AS firm
MATCH (f:Firm {id: firm})<-[:CONTACT_OF]-(c:Secret)
RETURN c.id AS id, f.id AS firm, c.sealed AS sealed
ORDER BY firm, id
