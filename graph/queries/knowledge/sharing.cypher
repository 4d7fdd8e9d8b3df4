// takes nothing; gives every sharing rule with its resource
MATCH (s:Sharing)-[:SHARES]->(r:Resource)
RETURN r.id AS resource_id, s.mode AS mode, s.draws_from AS draws_from, s.trigger_firms AS trigger_firms,
       s.trigger_quantity AS trigger_quantity, s.saving_eur AS saving_eur, s.trips AS trips, s.source AS source
ORDER BY resource_id, mode
