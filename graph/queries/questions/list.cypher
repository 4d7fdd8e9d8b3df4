// takes nothing; gives every question that was put to a firm with its answer and the firm's activities, latest first
MATCH (q:Question)
OPTIONAL MATCH (q)-[:ASKED_OF]->(f:Firm)
RETURN q.id AS id, q.firm AS firm, q.resource AS resource, q.direction AS direction, q.answer AS answer, q.by AS by,
       q.at AS at, q.use_text AS use_text, q.quantity AS quantity, q.unit AS unit, f.nace AS nace
ORDER BY at DESC, id
