// takes $gone; deletes a firm whose all has moved; gives nothing
MATCH (g:Firm {id: $gone})
DETACH DELETE g
