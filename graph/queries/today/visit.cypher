// takes $id, $who, $at, $arriving; notes that a person is here: on arriving, what came after the visit before is new, else
// everything was seen; gives since
MERGE (v:LastVisit {id: $id})
ON CREATE SET v.since = $at, v.at = $at
SET v.who = $who, v.since = CASE WHEN $arriving THEN v.at ELSE $at END
SET v.at = $at
RETURN v.since AS since
