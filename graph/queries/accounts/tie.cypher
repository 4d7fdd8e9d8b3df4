// takes $id, $firm; lets an account speak for a firm; gives the firm's id, or no row where there is no such firm
MATCH (a:Account {id: $id})
MATCH (f:Firm {id: $firm})
MERGE (a)-[:SPEAKS_FOR]->(f)
RETURN f.id AS id
