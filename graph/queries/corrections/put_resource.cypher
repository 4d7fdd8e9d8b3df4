// takes $id, $fr, $en; makes the node that flows and leads point to when a user adds a resource; gives nothing.
// The seeds never touch it, and it stays when the correction is taken back, for the leads that were judged.
MERGE (r:Resource {id: $id})
SET r.corrected = true, r.fr = $fr, r.en = $en
