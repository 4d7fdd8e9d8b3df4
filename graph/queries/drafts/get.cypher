// takes $id; gives what a firm is about to declare: sealed, or no row
MATCH (d:Secret {id: $id, kind: 'draft'})
RETURN d.sealed AS sealed
