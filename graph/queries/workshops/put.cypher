// takes $id, $name, $day, $place, $by, $at; starts a workshop once, open; gives nothing
MERGE (w:Workshop {id: $id})
ON CREATE SET w.name = $name, w.day = $day, w.place = $place, w.by = $by, w.at = $at, w.closed_at = ''
