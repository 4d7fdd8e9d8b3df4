// takes $skip, $limit; gives flows whose words were not understood, with their firm, declared first
MATCH (f:Firm)-[d:OFFERS|NEEDS|POOLS]->(w:Flow)
WHERE NOT EXISTS { (w)-[:OF]->(:Resource) }
RETURN w.id AS id, type(d) AS relation, w.text AS text, w.waste_code AS waste_code, w.provenance AS provenance,
       f.id AS firm_id, f.name AS firm_name, coalesce(w.confidential, false) AS confidential
ORDER BY provenance, text, id SKIP $skip LIMIT $limit
