// takes nothing; gives version: what tells whether the knowledge was written anew, or no row
MATCH (k:Knowledge {id: 'knowledge'})
RETURN k.version AS version
