// takes $id, $role, $stamp; changes a role, which ends every session; gives id, or no row
MATCH (a:Account {id: $id})
SET a.role = $role, a.stamp = $stamp, a.changed = 'role'
RETURN a.id AS id
