// takes $lang; gives resource, landfilled, disposed, untold, firms: tonnes a year that firms have to give and for which nobody
// confirmed a lead: those a register says go to landfill (D1, D5, D12), those disposed of otherwise (other D), and those
// whose way nobody told; what a register says is recovered (R) is left out
MATCH (f:Firm)-[:OFFERS]->(w:Flow)-[:OF]->(r:Resource)
WHERE r.kind = 'material' AND w.provenance <> 'hypothesis' AND w.quantity IS NOT NULL AND w.unit IN ['t', 'kg']
OPTIONAL MATCH (w)<-[:RESTS_ON]-(s:Synergy)
WHERE s.judgement IN ['confirmed', 'contacted', 'studied', 'implemented']
WITH f, w, r, count(s) AS agreed
WHERE agreed = 0
WITH r, f, CASE w.unit WHEN 'kg' THEN w.quantity / 1000.0 ELSE w.quantity END AS tonnes,
     coalesce(w.operation, '') AS told, split(coalesce(w.operation, ''), ', ') AS ways
WITH r, f, tonnes, CASE WHEN told = '' THEN 'untold' WHEN 'D1' IN ways OR 'D5' IN ways OR 'D12' IN ways THEN 'landfilled'
                        WHEN told CONTAINS 'D' THEN 'disposed' ELSE 'recovered' END AS way
WHERE way <> 'recovered'
WITH r, count(DISTINCT f) AS firms, sum(CASE way WHEN 'landfilled' THEN tonnes ELSE 0.0 END) AS landfilled,
     sum(CASE way WHEN 'disposed' THEN tonnes ELSE 0.0 END) AS disposed,
     sum(CASE way WHEN 'untold' THEN tonnes ELSE 0.0 END) AS untold
RETURN CASE $lang WHEN 'en' THEN r.en ELSE r.fr END AS resource, round(landfilled * 10) / 10.0 AS landfilled,
       round(disposed * 10) / 10.0 AS disposed, round(untold * 10) / 10.0 AS untold, firms
ORDER BY landfilled DESC, disposed DESC, untold DESC, resource
