// takes $row {at, ids, amounts, units, values, left_out}; remembers the best set of leads, most valuable first;
// gives nothing
MERGE (p:Portfolio {id: 'portfolio'})
SET p.at = $row.at, p.ids = $row.ids, p.amounts = $row.amounts, p.units = $row.units, p.values = $row.values,
    p.left_out = $row.left_out
