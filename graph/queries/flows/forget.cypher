// takes $ids; forgets what was understood of flows that are not understood any more; gives nothing
UNWIND $ids AS id
MATCH (w:Flow {id: id})-[of:OF]->(:Resource)
DELETE of
