// takes $old, $new, accounts' ids, and $stamp; lets the sessions of one account go on as another's; gives nothing
MATCH (s:Session)
WHERE s.account = $old
SET s.account = $new, s.stamp = $stamp
