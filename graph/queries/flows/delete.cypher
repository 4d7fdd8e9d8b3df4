// takes $ids; deletes flows with the open proposals that rest on them and what is sealed beside them; gives nothing
UNWIND $ids AS id
MATCH (w:Flow {id: id})
OPTIONAL MATCH (s:Synergy {origin: 'matcher', judgement: 'proposed'})-[:RESTS_ON]->(w)
OPTIONAL MATCH (secret:Secret)-[:SEALS|VERSION_OF]->(w)
DETACH DELETE s, secret, w
