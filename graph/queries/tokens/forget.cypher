// takes $id, $who; takes a person's own token away; gives n
MATCH (t:ApiToken {id: $id, who: $who})
DETACH DELETE t
RETURN count(t) AS n
