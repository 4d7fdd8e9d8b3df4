// takes $who; gives a person's tokens: id, name, made_at, until, last_used ('' for never); latest first
MATCH (t:ApiToken {who: $who})
RETURN t.id AS id, t.name AS name, t.made_at AS made_at, t.until AS until, coalesce(t.minute, '') AS last_used
ORDER BY made_at DESC, id
