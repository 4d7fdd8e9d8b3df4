// takes $at; gives the id of each administrator, and keeps others from changing one until this transaction ends.
// The lock is taken by writing before the role is looked at.
MATCH (a:Account {role: 'admin'})
SET a.touched = $at
WITH a
WHERE a.role = 'admin'
RETURN a.id AS id ORDER BY id
