// takes $lang, $nace; gives brings, resource, firms, names: what one more firm of a sector would probably offer or need, and who
// here told the opposite; a hypothesis about the newcomer, not a fact
MATCH (s:Sector {nace: substring($nace, 0, 5)})-[t:TYPICALLY_OFFERS|TYPICALLY_NEEDS]->(r:Resource)<-[:OF]-(w:Flow)<-[d:OFFERS|NEEDS]-(f:Firm)
WHERE w.provenance <> 'hypothesis'
  AND ((type(t) = 'TYPICALLY_OFFERS' AND type(d) = 'NEEDS') OR (type(t) = 'TYPICALLY_NEEDS' AND type(d) = 'OFFERS'))
WITH r, type(t) AS brings, f.name AS name ORDER BY name
WITH r, brings, collect(DISTINCT name) AS names
RETURN brings, CASE $lang WHEN 'en' THEN r.en ELSE r.fr END AS resource, size(names) AS firms, names[0..10] AS names
ORDER BY firms DESC, brings, resource
