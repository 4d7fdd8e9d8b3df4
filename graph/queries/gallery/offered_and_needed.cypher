// takes $lang; gives resource, offered_t, needed_t, balance_t: tonnes a year told by firms, of resources both offered and needed
MATCH (r:Resource)<-[:OF]-(w:Flow)<-[d:OFFERS|NEEDS]-(:Firm)
WHERE w.provenance <> 'hypothesis' AND w.quantity IS NOT NULL AND w.unit IN ['t', 'kg']
WITH r, type(d) AS direction, CASE w.unit WHEN 'kg' THEN w.quantity / 1000.0 ELSE w.quantity END AS tonnes
WITH r, sum(CASE direction WHEN 'OFFERS' THEN tonnes ELSE 0.0 END) AS offered,
     sum(CASE direction WHEN 'NEEDS' THEN tonnes ELSE 0.0 END) AS needed
WHERE offered > 0 AND needed > 0
RETURN CASE $lang WHEN 'en' THEN r.en ELSE r.fr END AS resource, round(offered * 10) / 10.0 AS offered_t,
       round(needed * 10) / 10.0 AS needed_t, round((offered - needed) * 10) / 10.0 AS balance_t
ORDER BY offered_t DESC, resource
