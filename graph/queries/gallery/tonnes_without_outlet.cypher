// takes $lang; gives resource, tonnes, firms: tonnes a year that firms told they have to give, and for which nobody confirmed
// a lead yet: what still goes to the bin, or to an outlet nobody told
MATCH (f:Firm)-[:OFFERS]->(w:Flow)-[:OF]->(r:Resource)
WHERE w.provenance <> 'hypothesis' AND w.quantity IS NOT NULL AND w.unit IN ['t', 'kg']
OPTIONAL MATCH (w)<-[:RESTS_ON]-(s:Synergy)
WHERE s.judgement IN ['confirmed', 'contacted', 'studied', 'implemented']
WITH f, w, r, count(s) AS agreed
WHERE agreed = 0
WITH r, f, CASE w.unit WHEN 'kg' THEN w.quantity / 1000.0 ELSE w.quantity END AS tonnes
RETURN CASE $lang WHEN 'en' THEN r.en ELSE r.fr END AS resource, round(sum(tonnes) * 10) / 10.0 AS tonnes,
       count(DISTINCT f) AS firms
ORDER BY tonnes DESC, resource
