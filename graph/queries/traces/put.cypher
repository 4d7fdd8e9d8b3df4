// takes $row {id, at, account, who, role, did, what, status}; writes what somebody saw or did; nothing ever changes it; gives its id
CREATE (t:Trace {id: $row.id})
SET t = $row
RETURN t.id AS id
