// takes nothing; gives firms, the ids of those that were not erased, and flows, the ids of those of their flows that are
// neither confidential nor withdrawn, each with its version (id@2): of anything else, and of any other version, a copy may
// say nothing
MATCH (f:Firm)
WHERE f.erased_at IS NULL
OPTIONAL MATCH (f)-[:OFFERS|NEEDS|POOLS]->(w:Flow)
WITH f, CASE WHEN coalesce(w.confidential, false) THEN null ELSE w.id + '@' + toString(coalesce(w.version, 1)) END AS flow
RETURN collect(DISTINCT f.id) AS firms, collect(DISTINCT flow) AS flows
