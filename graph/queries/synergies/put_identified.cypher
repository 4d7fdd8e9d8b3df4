// takes $rows of identified synergies, $at; makes them, and leaves alone what people judged since; gives id
UNWIND $rows AS row
MERGE (s:Synergy {id: row.id})
ON CREATE SET s.judgement = row.judgement, s.version = 1, s.created_at = $at
SET s.kind = row.kind, s.origin = 'identified', s.text = row.text, s.use_text = row.use_text, s.source = row.source,
    s.resource = row.resource, s.flows = row.flows, s.hypothetical = false
RETURN s.id AS id
