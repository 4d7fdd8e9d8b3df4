// takes $id, $relation (OFFERS, NEEDS or POOLS); takes away every other way the flow went, withdrawn ones too; gives nothing
MATCH (f:Firm)-[d:OFFERS|NEEDS|POOLS|WITHDREW]->(w:Flow {id: $id})
WHERE type(d) <> $relation
DELETE d
