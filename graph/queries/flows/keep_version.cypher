// takes $id (of the earlier version), $flow, $rank, $change, $at, $by, $sealed; keeps what a flow said before a change;
// gives nothing
MATCH (w:Flow {id: $flow})
MERGE (v:Secret {id: $id})
SET v.kind = 'version', v.rank = $rank, v.change = $change, v.at = $at, v.by = $by, v.sealed = $sealed
MERGE (v)-[:VERSION_OF]->(w)
