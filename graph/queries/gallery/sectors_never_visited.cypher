// takes $lang; gives sector, name, firms, employees: sectors present here of which no firm ever told anything
MATCH (s:Sector)<-[:HAS_ACTIVITY]-(f:Firm)
OPTIONAL MATCH (f)-[:OFFERS|NEEDS|POOLS]->(w:Flow)
WHERE w.provenance <> 'hypothesis'
WITH s, f, count(w) AS told
WITH s, count(f) AS firms, sum(told) AS told, sum(coalesce(f.headcount, 0)) AS employees
WHERE told = 0
RETURN s.nace AS sector, coalesce(CASE $lang WHEN 'en' THEN s.en ELSE s.fr END, '') AS name, firms, employees
ORDER BY firms DESC, sector
