// takes $rows of {start, relation, end}; takes away what the knowledge says no more of a resource: what it can become, its
// waste codes; gives nothing
UNWIND $rows AS row
MATCH (:Resource {id: row.start})-[e:USABLE_AS|CODED_AS]->(other)
WHERE type(e) = row.relation AND other.id = row.end
DELETE e
