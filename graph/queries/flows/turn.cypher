// takes $id, $relation (OFFERS, NEEDS or POOLS); takes away every other way the flow went, withdrawn ones too; gives nothing
MATCH (w:Flow {id: $id})<-[d:OFFERS|NEEDS|POOLS|WITHDREW]-(:Firm)
WHERE type(d) <> $relation
DELETE d
