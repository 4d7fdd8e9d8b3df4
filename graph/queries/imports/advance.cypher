// takes $id, $from (states), $to, $at; moves an import on if it stands at one of these states; gives the id, or no row.
// The lock is taken by writing before the state is looked at: of two clicks one counts.
MATCH (i:Import {id: $id})
SET i.touched = $at
WITH i
WHERE i.state IN $from
SET i.state = $to, i.message = ''
RETURN i.id AS id
