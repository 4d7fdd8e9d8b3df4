// takes $id; gives the hash of the password ('' where there is none) and the stamp, or no row
MATCH (a:Account {id: $id})
RETURN a.password AS password, a.stamp AS stamp
