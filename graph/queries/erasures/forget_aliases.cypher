// takes $firm; forgets which written names mean a firm; gives nothing
MATCH (a:FirmAlias {firm: $firm})
DETACH DELETE a
