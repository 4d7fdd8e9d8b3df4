// takes $id, $password, its hash, $must_change, $stamp; changes a password, which ends every session; gives id, or no row
MATCH (a:Account {id: $id})
SET a.password = $password, a.must_change = $must_change, a.stamp = $stamp, a.changed = 'password'
RETURN a.id AS id
