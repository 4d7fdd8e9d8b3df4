// takes $firm; gives the ids of the questions that were put to it
MATCH (:Firm {id: $firm})<-[:ASKED_OF]-(q:Question)
RETURN q.id AS id
ORDER BY id
