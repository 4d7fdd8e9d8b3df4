// takes $year, $day; gives [id, leads] of the flows that firms told or that were seen, dated before that year where only
// a year is known, else before that day, and how many leads rest on each
MATCH (:Firm)-[:OFFERS|NEEDS|POOLS]->(w:Flow)
WHERE w.provenance <> 'hypothesis' AND size(w.as_of) >= 4
  AND ((size(w.as_of) = 4 AND w.as_of < $year) OR (size(w.as_of) > 4 AND w.as_of < $day))
OPTIONAL MATCH (w)<-[:RESTS_ON]-(s:Synergy)
WITH w, count(s) AS leads
RETURN collect([w.id, leads, w.as_of]) AS rows
