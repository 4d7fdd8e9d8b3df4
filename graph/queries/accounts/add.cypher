// takes $row {id, login, name, role, password, subject, demonstration, must_change, stamp, changed, made_at}; makes an
// account unless its login is taken; gives its id, or no row. The stamp is new each time: only who made it finds it.
MERGE (a:Account {id: $row.id})
ON CREATE SET a.stamp = $row.stamp
SET a.touched = $row.made_at
WITH a
WHERE a.stamp = $row.stamp
SET a.login = $row.login, a.name = $row.name, a.role = $row.role, a.password = $row.password, a.subject = $row.subject,
    a.demonstration = $row.demonstration, a.must_change = $row.must_change, a.changed = $row.changed,
    a.made_at = $row.made_at, a.signed_in_at = ''
RETURN a.id AS id
