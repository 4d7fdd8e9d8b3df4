// takes $workshop, $flow, $resource; deletes the workshop's leads that rest on a flow, and its groups about a resource,
// but for those somebody judged or voted for; gives n
MATCH (s:Synergy {workshop: $workshop})
WHERE s.judgement = 'proposed' AND s.origin = 'workshop'
  AND ($flow IN s.flows OR (s.kind = 'mutualisation' AND s.resource = $resource))
OPTIONAL MATCH (v:Vote)-[:FAVOURS]->(s)
OPTIONAL MATCH (d:Decision)-[:ON]->(s)
WITH s, count(v) + count(d) AS held
WHERE held = 0
DETACH DELETE s
RETURN count(*) AS n
