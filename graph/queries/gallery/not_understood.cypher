// takes nothing; gives text, direction, flows, firms: words of firms that nobody understood yet, most frequent first
MATCH (f:Firm)-[d:OFFERS|NEEDS|POOLS]->(w:Flow)
OPTIONAL MATCH (w)-[:OF]->(r:Resource)
OPTIONAL MATCH (w)-[:WANTED_FOR]->(u:Use)
WITH f, d, w, count(r) + count(u) AS understood
WHERE understood = 0
RETURN w.text AS text, type(d) AS direction, count(w) AS flows, count(DISTINCT f) AS firms
ORDER BY flows DESC, text, direction
