// takes $id, $workshop, $synergy, $firm, $by, $at; notes once that a firm is interested, and raises an open proposal of the
// matcher to a lead of the workshop; gives nothing
MATCH (w:Workshop {id: $workshop}), (s:Synergy {id: $synergy}), (f:Firm {id: $firm})
MERGE (v:Vote {id: $id})
ON CREATE SET v.by = $by, v.at = $at
MERGE (v)-[:CAST_AT]->(w)
MERGE (v)-[:FAVOURS]->(s)
MERGE (v)-[:VOICE_OF]->(f)
SET s.touched = $id
WITH s
WHERE s.judgement = 'proposed' AND s.origin = 'matcher'
SET s.origin = 'workshop', s.workshop = $workshop, s.raised = true
