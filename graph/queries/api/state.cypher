// takes nothing; gives version of the territory, corrections of the knowledge and decisions: together they change whenever
// an answer of the API may
MATCH (t:Territory)
OPTIONAL MATCH (k:Knowledge)
OPTIONAL MATCH (d:Decision)
RETURN t.version AS version, coalesce(k.version, '') AS knowledge, coalesce(k.corrections, 0) AS corrections,
       count(d) AS decisions
