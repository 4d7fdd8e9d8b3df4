// takes nothing; gives version: what tells whether the knowledge was written anew, and corrections: how often users
// corrected it; or no row
MATCH (k:Knowledge {id: 'knowledge'})
RETURN k.version AS version, coalesce(k.corrections, 0) AS corrections
