// takes nothing; gives the id of a firm that told flows of its own, the first by id, or no row
MATCH (f:Firm)-[:OFFERS]->(w:Flow {provenance: 'declared'})
RETURN DISTINCT f.id AS id ORDER BY id LIMIT 1
