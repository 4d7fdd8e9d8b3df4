// takes nothing; gives the resources that leads are about: id, fr, en, n, most first
MATCH (s:Synergy)-[:ABOUT]->(r:Resource)
RETURN r.id AS id, r.fr AS fr, r.en AS en, count(s) AS n
ORDER BY n DESC, id
