// takes $firm, $limit; gives what was noted about a firm, latest day first
MATCH (:Firm {id: $firm})<-[:NOTED_ON]-(n:Note)
RETURN n.id AS id, n.kind AS kind, n.on AS on, n.text AS text, n.who AS who, n.at AS at
ORDER BY on DESC, at DESC, id LIMIT $limit
