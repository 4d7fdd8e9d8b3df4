// takes $ids; removes flows that nothing judged rests on, with the proposals that do; gives nothing
UNWIND $ids AS id
MATCH (w:Flow {id: id})
OPTIONAL MATCH (w)<-[:RESTS_ON]-(s:Synergy {judgement: 'proposed', origin: 'matcher'})
DETACH DELETE s, w
