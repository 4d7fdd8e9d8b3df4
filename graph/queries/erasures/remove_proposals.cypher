// takes $firm; removes the proposals that nobody judged and that involve a firm; gives nothing
MATCH (:Firm {id: $firm})<-[:INVOLVES]-(s:Synergy {judgement: 'proposed', origin: 'matcher'})
WHERE NOT EXISTS { (s)<-[:ON]-(:Decision) }
DETACH DELETE s
