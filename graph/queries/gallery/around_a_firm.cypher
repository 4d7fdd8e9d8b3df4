// takes $firm (its id, '' for the one with most leads); gives firm, i, lead, o, other: the leads of a firm as a piece of the
// graph, refused ones left out
MATCH (one:Firm)<-[:INVOLVES]-(any:Synergy)
WHERE ($firm = '' OR one.id = $firm) AND any.judgement <> 'refused'
WITH one, count(any) AS leads
ORDER BY leads DESC, one.id
LIMIT 1
WITH one.id AS chosen
MATCH (firm:Firm {id: chosen})<-[i:INVOLVES]-(lead:Synergy)-[o:INVOLVES]->(other:Firm)
WHERE other.id <> firm.id AND lead.judgement <> 'refused'
RETURN firm, i, lead, o, other
ORDER BY lead.score DESC, lead.id, other.id
