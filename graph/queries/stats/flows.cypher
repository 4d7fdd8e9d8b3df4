// takes nothing; gives relation, provenance, n
MATCH (:Firm)-[d:OFFERS|NEEDS|POOLS]->(w:Flow)
RETURN type(d) AS relation, w.provenance AS provenance, count(w) AS n
ORDER BY relation, provenance
