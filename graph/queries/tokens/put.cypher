// takes $row {id, who, name, made_at, until}; writes a token, whose id is the digest of its secret; gives id
MERGE (t:ApiToken {id: $row.id})
SET t.who = $row.who, t.name = $row.name, t.made_at = $row.made_at, t.until = $row.until, t.minute = '', t.used = 0
RETURN t.id AS id
