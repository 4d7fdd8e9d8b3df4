// takes $id, $at, $by; remembers that a person wrote a firm, which loading a file leaves alone from then on; gives nothing
MATCH (f:Firm {id: $id})
SET f.edited_at = $at, f.edited_by = $by
