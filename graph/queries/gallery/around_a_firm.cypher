// takes $firm (its id); gives firm, i, lead, o, other: the leads of a firm as a piece of the graph, refused ones left out
MATCH (firm:Firm {id: $firm})<-[i:INVOLVES]-(lead:Synergy)-[o:INVOLVES]->(other:Firm)
WHERE other.id <> firm.id AND lead.judgement <> 'refused'
RETURN firm, i, lead, o, other
ORDER BY lead.score DESC, lead.id, other.id
LIMIT 100
