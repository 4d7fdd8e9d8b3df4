// takes $id, $stamp; ends every session of an account; gives id, or no row
MATCH (a:Account {id: $id})
SET a.stamp = $stamp, a.changed = 'everywhere'
RETURN a.id AS id
