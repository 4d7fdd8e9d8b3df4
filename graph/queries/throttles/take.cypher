// takes $rows [{id, until}], $at; counts one more attempt under each key, from one again where its time is over, `until`
// being when a new one ends; gives id, count, until. The lock is taken by writing before the count is looked at.
UNWIND $rows AS row
MERGE (t:Throttle {id: row.id})
ON CREATE SET t.count = 0, t.until = row.until
SET t.touched = $at
WITH t, row, t.until < $at AS over
SET t.count = CASE WHEN over THEN 1 ELSE t.count + 1 END, t.until = CASE WHEN over THEN row.until ELSE t.until END
RETURN t.id AS id, t.count AS count, t.until AS until
