// takes $firm; gives the ids of the questions that were put to it
MATCH (q:Question)-[:ASKED_OF]->(:Firm {id: $firm})
RETURN q.id AS id
ORDER BY id
