// takes $id, $who, $favourite, $name; makes a person's own question a favourite, or no more; gives id, or no row
MATCH (q:SavedQuery {id: $id, who: $who})
SET q.favourite = $favourite, q.name = $name
RETURN q.id AS id
