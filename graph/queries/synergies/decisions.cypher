// takes $id; gives the decisions on a synergy, latest first
MATCH (:Synergy {id: $id})<-[:ON]-(d:Decision)
RETURN d.id AS id, d.at AS at, d.who AS who, d.before AS before, d.after AS after, d.reason AS reason, d.note AS note,
       d.until AS until, d.rank AS rank, d.next_action AS next_action, d.next_on AS next_on, d.next_by AS next_by
ORDER BY rank DESC
