// takes $id; gives the firm with its commune's name, or no row
MATCH (f:Firm {id: $id})
OPTIONAL MATCH (f)-[:IN_COMMUNE]->(c:Commune)
RETURN f.id AS id, f.name AS name, f.nace AS nace, f.commune AS commune, c.name AS commune_name, f.lat AS lat,
       f.lon AS lon, f.headcount AS headcount, f.activity AS activity, f.siret AS siret, f.naf2025 AS naf2025,
       f.closed_at AS closed_at, f.import AS import
