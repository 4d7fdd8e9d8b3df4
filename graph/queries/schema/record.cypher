// takes $id, $checksum, $at; remembers that a schema file was applied; gives nothing
MERGE (s:Schema {id: $id})
SET s.checksum = $checksum, s.applied_at = $at
