// takes $firm; removes what people wrote and heard about a firm: notes, cards and votes of workshops, who asked it; gives nothing
MATCH (f:Firm {id: $firm})<-[:NOTED_ON|HANDED_IN_BY|VOICE_OF|APPROACHES]-(said)
DETACH DELETE said
