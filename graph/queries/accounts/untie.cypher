// takes $id; lets an account speak for no firm any more; gives nothing
MATCH (a:Account {id: $id})-[r:SPEAKS_FOR]->(:Firm)
DELETE r
