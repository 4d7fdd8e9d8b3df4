// takes $row {id, kind, text, use_text, source, resource, flows}, $at; enters a synergy by hand, unless it is there already;
// gives id and created_at
MERGE (s:Synergy {id: $row.id})
ON CREATE SET s.judgement = 'proposed', s.version = 1, s.created_at = $at, s.kind = $row.kind, s.origin = 'manual',
  s.text = $row.text, s.use_text = $row.use_text, s.source = $row.source, s.resource = $row.resource,
  s.flows = $row.flows, s.hypothetical = false
RETURN s.id AS id, s.created_at AS created_at
