// takes $ids, $at; forgets the attempts under these keys, and all whose time is over; gives nothing
MATCH (t:Throttle)
WHERE t.id IN $ids OR t.until < $at
DELETE t
