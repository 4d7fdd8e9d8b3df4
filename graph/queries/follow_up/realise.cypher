// takes $id, $version, $stages and $row {id, year, measure, amount, source, who, at}; notes what a followed synergy brought
// about unless somebody changed it since that version; gives the new version, or no row.
// The lock is taken by writing before the version is looked at.
MATCH (s:Synergy {id: $id})
SET s.touched = $row.id
WITH s
WHERE s.version = $version AND s.judgement IN $stages
SET s.version = s.version + 1
CREATE (q:Realised {id: $row.id})
SET q.year = $row.year, q.measure = $row.measure, q.amount = $row.amount, q.source = $row.source, q.who = $row.who,
    q.at = $row.at, q.rank = s.version
CREATE (q)-[:BROUGHT_BY]->(s)
RETURN s.version AS version
