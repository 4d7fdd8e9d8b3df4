// takes $ids; removes what the synergies point to, before it is said anew; gives nothing
UNWIND $ids AS id
MATCH (s:Synergy {id: id})-[old:INVOLVES|RESTS_ON|ABOUT|TOWARDS]->()
DELETE old
