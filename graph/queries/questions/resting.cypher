// takes nothing; gives blocks of the matcher's substitutions of two that rest on a guess, as lists: id, score, resource, use,
// the firm to be asked, its activities, and of the guessed flow, where there is one: relation, resource, use_text
MATCH (s:Synergy {origin: 'matcher', hypothetical: true})-[i:INVOLVES]->(t:Firm)
WHERE s.kind = 'substitution' AND i.role = 'taker' AND s.id STARTS WITH 'sub-'
OPTIONAL MATCH (s)-[:TOWARDS]->(u:Use)
OPTIONAL MATCH (s)-[:RESTS_ON]->(w:Flow {provenance: 'hypothesis'})<-[d:OFFERS|NEEDS]-(g:Firm)
OPTIONAL MATCH (w)-[:OF]->(r:Resource)
WITH s.kind AS block,
     collect([s.id, s.score, s.resource, u.id, coalesce(g.id, t.id), coalesce(g.nace, t.nace), type(d), r.id,
              w.use_text]) AS rows
RETURN rows
