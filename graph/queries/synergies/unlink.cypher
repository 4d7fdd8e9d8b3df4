// takes $rows of {id, firms}; removes what the synergies point to before it is said anew, but for the firms that stay,
// whose agreement stays with them; gives nothing
UNWIND $rows AS row
MATCH (s:Synergy {id: row.id})-[old:INVOLVES|RESTS_ON|ABOUT|TOWARDS]->(n)
WHERE type(old) <> 'INVOLVES' OR NOT n.id IN row.firms
DELETE old
