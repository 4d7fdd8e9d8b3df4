// takes $id, $account, $stamp, $at, $until, $token; opens a session of an account as it is now; gives the session's id, or
// no row when the account has changed since. The lock is taken by writing before the stamp is looked at.
MATCH (a:Account {id: $account})
SET a.touched = $at
WITH a
WHERE a.stamp = $stamp
SET a.signed_in_at = $at
CREATE (s:Session {id: $id})
SET s.account = $account, s.stamp = $stamp, s.opened_at = $at, s.until = $until, s.token = $token
RETURN s.id AS id
