// takes $rows of proposals, $at; makes or refreshes them unless somebody judged them meanwhile; gives the ids written.
// `digest` is written before the judgement is looked at: the write takes the lock that keeps a decision waiting.
UNWIND $rows AS row
MERGE (s:Synergy {id: row.id})
ON CREATE SET s.judgement = 'proposed', s.origin = 'matcher', s.version = 1, s.created_at = $at
SET s.touched = row.digest
WITH s, row
WHERE s.judgement = 'proposed' AND s.origin = 'matcher'
SET s.kind = row.kind, s.resource = row.resource, s.flows = row.flows, s.digest = row.digest, s.score = row.score,
    s.model = row.model, s.hypothetical = row.hypothetical, s.criteria = row.criteria, s.points = row.points,
    s.left = row.left, s.right = row.right, s.sources = row.sources, s.proposed_at = $at
RETURN s.id AS id
