// takes $synergy; gives an open lead back to the matcher that it was raised from, when nobody votes for it; gives nothing
MATCH (s:Synergy {id: $synergy, raised: true})
WHERE s.judgement = 'proposed' AND NOT EXISTS { (s)<-[:FAVOURS]-(:Vote) }
SET s.origin = 'matcher', s.workshop = '', s.raised = false
