// takes $id; gives since (the moment from which things are new to this person), or no row
MATCH (v:LastVisit {id: $id})
RETURN v.since AS since
