// takes $ids; deletes firms with the open proposals that unite them; gives nothing
UNWIND $ids AS id
MATCH (f:Firm {id: id})
OPTIONAL MATCH (s:Synergy {origin: 'matcher', judgement: 'proposed'})-[:INVOLVES]->(f)
DETACH DELETE s, f
