// takes $ids; forgets what flows are wanted for, when they name no known use any more; gives nothing
UNWIND $ids AS id
MATCH (w:Flow {id: id})-[wanted:WANTED_FOR]->(:Use)
DELETE wanted
