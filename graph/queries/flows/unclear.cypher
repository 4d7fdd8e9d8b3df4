// takes $ids; gives these flows with their firm, declared first, for the list of what was not understood
UNWIND $ids AS id
MATCH (w:Flow {id: id})<-[d:OFFERS|NEEDS|POOLS]-(f:Firm)
RETURN w.id AS id, type(d) AS relation, w.text AS text, w.waste_code AS waste_code, w.provenance AS provenance,
       f.id AS firm_id, f.name AS firm_name, coalesce(w.confidential, false) AS confidential
ORDER BY provenance, text, id
