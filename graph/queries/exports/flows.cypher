// takes $ids; gives these flows, for a file, those that nobody has any more without a firm: id, firm, relation, text,
// waste_code, quantity, unit, provenance, as_of, confidential
UNWIND $ids AS id
MATCH (w:Flow {id: id})
OPTIONAL MATCH (w)<-[d:OFFERS|NEEDS|POOLS]-(o:Firm)
RETURN w.id AS id, o.name AS firm, type(d) AS relation, w.text AS text, w.waste_code AS waste_code,
       w.quantity AS quantity, w.unit AS unit, w.provenance AS provenance, w.as_of AS as_of,
       coalesce(w.confidential, false) AS confidential
ORDER BY id
