// takes $id, $fr, $en; makes the node that flows and leads point to when a user adds a use; gives nothing.
// The seeds never touch it, and it stays when the correction is taken back, for the leads that were judged.
MERGE (u:Use {id: $id})
SET u.corrected = true, u.fr = $fr, u.en = $en
