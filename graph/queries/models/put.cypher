// takes $version, $criteria, $points; remembers the weights a run used; gives nothing
MERGE (m:Model {id: $version})
SET m.criteria = $criteria, m.points = $points
