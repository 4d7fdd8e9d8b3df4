// takes $rows of sharing rules; makes or refreshes them; gives nothing
UNWIND $rows AS row
MATCH (r:Resource {id: row.resource})
MERGE (s:Sharing {id: row.id})
SET s.mode = row.mode, s.draws_from = row.draws_from, s.trigger_firms = row.trigger_firms,
    s.trigger_quantity = row.trigger_quantity, s.saving_eur = row.saving_eur, s.trips = row.trips, s.source = row.source
MERGE (s)-[:SHARES]->(r)
