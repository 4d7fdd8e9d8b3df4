// takes $rows of leads between cards, $workshop, $at; makes them, or raises what the matcher proposes already, never what
// somebody judged; gives the ids written. `digest` is written before the judgement is looked at: that takes the lock.
UNWIND $rows AS row
MERGE (s:Synergy {id: row.id})
ON CREATE SET s.judgement = 'proposed', s.origin = 'workshop', s.version = 1, s.created_at = $at
SET s.touched = row.digest
WITH s, row
WHERE s.judgement = 'proposed' AND s.origin IN ['matcher', 'workshop']
SET s.origin = 'workshop', s.workshop = $workshop, s.kind = row.kind, s.resource = row.resource, s.flows = row.flows,
    s.digest = row.digest, s.score = row.score, s.model = row.model, s.hypothetical = row.hypothetical,
    s.criteria = row.criteria, s.points = row.points, s.left = row.left, s.right = row.right, s.sources = row.sources,
    s.proposed_at = $at
RETURN s.id AS id
