// takes $firm; gives label and properties of what people noted of a firm: notes, cards, when it was asked, what it answered
MATCH (f:Firm {id: $firm})<-[:NOTED_ON|HANDED_IN_BY|APPROACHES|ASKED_OF]-(n)
RETURN labels(n)[0] AS label, n.id AS id, properties(n) AS properties
ORDER BY label, id
