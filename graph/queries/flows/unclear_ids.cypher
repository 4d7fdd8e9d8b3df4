// takes nothing; gives the ids of the flows whose words were not understood, declared first
MATCH (:Firm)-[:OFFERS|NEEDS|POOLS]->(w:Flow)
WHERE NOT EXISTS { (w)-[:OF]->(:Resource) }
RETURN w.id AS id, w.provenance AS provenance, w.text AS text
ORDER BY provenance, text, id
