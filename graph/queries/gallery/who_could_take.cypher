// takes $lang, $resource (its id); gives use, sector, firm, commune: firms here whose sector performs a use of a resource; a
// hypothesis about each firm, not a fact
MATCH (r:Resource {id: $resource})-[:USABLE_AS]->(u:Use)<-[:PERFORMS]-(s:Sector)<-[:HAS_ACTIVITY]-(f:Firm)
OPTIONAL MATCH (f)-[:IN_COMMUNE]->(c:Commune)
RETURN CASE $lang WHEN 'en' THEN u.en ELSE u.fr END AS use, s.nace AS sector, f.name AS firm, coalesce(c.name, '') AS commune
ORDER BY use, sector, firm
