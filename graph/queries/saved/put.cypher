// takes $row {id, who, text, parameters, at}; remembers that a person asked this, and when for the last time; gives id
MERGE (q:SavedQuery {id: $row.id})
ON CREATE SET q.favourite = false, q.name = ''
SET q.who = $row.who, q.text = $row.text, q.parameters = $row.parameters, q.at = $row.at
RETURN q.id AS id
