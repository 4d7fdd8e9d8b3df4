// takes $ids; deletes flows with the open proposals that rest on them; gives nothing
UNWIND $ids AS id
MATCH (w:Flow {id: id})
OPTIONAL MATCH (s:Synergy {origin: 'matcher', judgement: 'proposed'})-[:RESTS_ON]->(w)
DETACH DELETE s, w
