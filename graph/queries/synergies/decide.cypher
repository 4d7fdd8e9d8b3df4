// takes $id, $version, $judgement, $until and $decision {id, at, who, reason, note, firm (the one a refusal names),
// next_action, next_on, next_by}; judges the synergy unless somebody did since that version, and keeps with the decision
// what it was based on; gives the new version, or no row.
// The lock is taken by writing before the version is looked at.
MATCH (s:Synergy {id: $id})
SET s.touched = $decision.id
WITH s, s.judgement AS before
WHERE s.version = $version
SET s.version = s.version + 1, s.judgement = $judgement, s.until = $until,
    s.next_action = $decision.next_action, s.next_on = $decision.next_on, s.next_by = $decision.next_by
CREATE (d:Decision {id: $decision.id})
SET d.at = $decision.at, d.who = $decision.who, d.before = before, d.after = $judgement, d.reason = $decision.reason,
    d.note = $decision.note, d.firm = $decision.firm, d.until = $until, d.rank = s.version, d.score = s.score,
    d.model = s.model, d.criteria = s.criteria, d.points = s.points, d.left = s.left, d.right = s.right,
    d.sources = s.sources, d.next_action = s.next_action, d.next_on = s.next_on, d.next_by = s.next_by
CREATE (d)-[:ON]->(s)
RETURN s.version AS version
