// takes $flow, $criteria; hides the values that judged leads and their decisions compared of a flow that has become
// confidential; judgements and points stay; gives nothing
MATCH (w:Flow {id: $flow})<-[:RESTS_ON]-(s:Synergy)
OPTIONAL MATCH (d:Decision)-[:ON]->(s)
WITH s, collect(d) AS decisions
UNWIND [s] + decisions AS n
WITH n WHERE n.criteria IS NOT NULL
SET n.left = [i IN range(0, size(n.criteria) - 1) |
              CASE WHEN n.criteria[i] IN $criteria AND n.left[i] <> '' THEN 'confidential' ELSE n.left[i] END],
    n.right = [i IN range(0, size(n.criteria) - 1) |
               CASE WHEN n.criteria[i] IN $criteria AND n.right[i] <> '' THEN 'confidential' ELSE n.right[i] END]
