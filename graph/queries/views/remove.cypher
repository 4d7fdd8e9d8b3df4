// takes $id, $who; forgets a view of that person; gives n
MATCH (v:SavedView {id: $id, who: $who})
DELETE v
RETURN count(*) AS n
