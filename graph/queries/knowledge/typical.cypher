// takes nothing; gives per sector nace, and rows: lists of [relation, resource, share_of_firms, share_of_resource, source,
// low, high, unit, confidence], packed because there are many
MATCH (s:Sector)-[t:TYPICALLY_OFFERS|TYPICALLY_NEEDS|TYPICALLY_POOLS]->(r:Resource)
WITH s.nace AS nace, collect([type(t), r.id, t.share_of_firms, t.share_of_resource, t.source, t.low, t.high, t.unit,
     t.confidence]) AS rows
RETURN nace, rows
ORDER BY nace
