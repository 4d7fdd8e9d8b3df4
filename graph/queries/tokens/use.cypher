// takes $id, $minute, $today; counts one use of a token that is still good within this minute; gives who, made_at, used, or no row.
// The count is written before it is read, so that two workers never count the same use.
MATCH (t:ApiToken {id: $id})
WHERE t.until >= $today
SET t.used = CASE WHEN t.minute = $minute THEN t.used + 1 ELSE 1 END, t.minute = $minute
RETURN t.who AS who, t.made_at AS made_at, t.used AS used
