// takes $rows of precedents; makes or refreshes them; gives nothing
UNWIND $rows AS row
MERGE (p:Precedent {id: row.id})
SET p.place = row.place, p.country = row.country, p.year = row.year, p.giver = row.giver, p.giver_nace = row.giver_nace,
    p.taker = row.taker, p.taker_nace = row.taker_nace, p.fr = row.fr, p.en = row.en, p.source = row.source
WITH p, row
MATCH (r:Resource {id: row.resource_id})
MERGE (p)-[:OF]->(r)
WITH p, row
MATCH (u:Use {id: row.use_id})
MERGE (p)-[:INTO]->(u)
