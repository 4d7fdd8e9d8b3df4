// takes $id, $version, $change (never used before); counts a change of a flow unless somebody changed it since that
// version; gives the new version, or no row. The lock is taken by writing before the version is looked at.
MATCH (w:Flow {id: $id})
SET w.touched = $change
WITH w
WHERE coalesce(w.version, 1) = $version
SET w.version = $version + 1
RETURN w.version AS version
