// takes $id; says that a card was matched with the territory; gives nothing
MATCH (k:Card {id: $id})
SET k.matched = true
