// takes $who, $before; forgets what a person asked before a moment, favourites apart; gives n
MATCH (q:SavedQuery {who: $who})
WHERE NOT q.favourite AND q.at < $before
DETACH DELETE q
RETURN count(q) AS n
