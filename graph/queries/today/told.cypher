// takes $since (a day), $limit; gives the flows that firms declared since that day, latest first, with how many there are
MATCH (f:Firm)-[d:OFFERS|NEEDS|POOLS]->(w:Flow {provenance: 'declared'})
WHERE size(w.as_of) = 10 AND w.as_of >= $since
WITH f, d, w ORDER BY w.as_of DESC, w.id
WITH collect({id: w.id, as_of: w.as_of, relation: type(d), text: w.text, firm_id: f.id, firm_name: f.name}) AS every
WITH size(every) AS total, every[0..$limit] AS first
UNWIND first AS one
RETURN one.id AS id, one.as_of AS as_of, one.relation AS relation, one.text AS text, one.firm_id AS firm_id,
       one.firm_name AS firm_name, total
