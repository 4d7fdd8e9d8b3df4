// takes nothing; gives commune, firms, known, share: in each commune, the share of firms of which a flow is known
MATCH (c:Commune)<-[:IN_COMMUNE]-(f:Firm)
OPTIONAL MATCH (f)-[:OFFERS|NEEDS|POOLS]->(w:Flow)
WHERE w.provenance <> 'hypothesis'
WITH c, f, count(w) AS told
WITH c, count(f) AS firms, sum(CASE WHEN told > 0 THEN 1 ELSE 0 END) AS known
RETURN c.name AS commune, firms, known, round(1000.0 * known / firms) / 10.0 AS share
ORDER BY share DESC, commune
