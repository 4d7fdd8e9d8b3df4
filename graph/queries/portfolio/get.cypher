// takes nothing; gives at, ids, amounts, units, values, left_out of the best set of leads, or no row before it was made
MATCH (p:Portfolio {id: 'portfolio'})
RETURN p.at AS at, p.ids AS ids, p.amounts AS amounts, p.units AS units, p.values AS values, p.left_out AS left_out
