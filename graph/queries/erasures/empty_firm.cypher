// takes $firm, $name (what stands for the name), $at, $by; empties a firm: what decisions need of it is its id and its
// commune; gives nothing
MATCH (f:Firm {id: $firm})
SET f.name = $name, f.nace = [], f.activity = '', f.headcount = null, f.lat = null, f.lon = null, f.siret = '',
    f.naf2025 = '', f.erased_at = $at
WITH f
MERGE (e:Erasure {id: $firm})
ON CREATE SET e.at = $at, e.by = $by
SET e.by = '', e.done_at = $at, e.done_by = $by
MERGE (e)-[:ASKED_BY]->(f)
WITH f
OPTIONAL MATCH (f)-[old:HAS_ACTIVITY]->()
DELETE old
