// takes $rows of {start, relation, end}; takes away what the knowledge says no more of a sector: what it performs, what it
// typically offers, needs, shares; gives nothing
UNWIND $rows AS row
MATCH (:Sector {id: row.start})-[e:PERFORMS|TYPICALLY_OFFERS|TYPICALLY_NEEDS|TYPICALLY_POOLS]->(other)
WHERE type(e) = row.relation AND other.id = row.end
DELETE e
