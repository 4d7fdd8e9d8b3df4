// takes $id, $version, $judgement, $until and $decision {id, at, who, reason, note, firm (the one a refusal names)}; judges the synergy unless somebody
// did since that version, and keeps with the decision what it was based on; gives the new version, or no row.
// The lock is taken by writing before the version is looked at.
MATCH (s:Synergy {id: $id})
SET s.touched = $decision.id
WITH s, s.judgement AS before
WHERE s.version = $version
SET s.version = s.version + 1, s.judgement = $judgement, s.until = $until
CREATE (d:Decision {id: $decision.id})
SET d.at = $decision.at, d.who = $decision.who, d.before = before, d.after = $judgement, d.reason = $decision.reason,
    d.note = $decision.note, d.firm = $decision.firm, d.until = $until, d.rank = s.version, d.score = s.score, d.model = s.model,
    d.criteria = s.criteria, d.points = s.points, d.left = s.left, d.right = s.right, d.sources = s.sources
CREATE (d)-[:ON]->(s)
RETURN s.version AS version
