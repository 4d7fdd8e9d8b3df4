// takes $gone, $kept; moves all else that points to a firm: notes, questions, people, accounts, invitations, approaches;
// gives nothing
MATCH (k:Firm {id: $kept})
MATCH (n)-[r:NOTED_ON|ASKED_OF|CONTACT_OF|SPEAKS_FOR|INVITES|APPROACHES]->(g:Firm {id: $gone})
FOREACH (_ IN CASE type(r) WHEN 'NOTED_ON' THEN [1] ELSE [] END | MERGE (n)-[:NOTED_ON]->(k))
FOREACH (_ IN CASE type(r) WHEN 'ASKED_OF' THEN [1] ELSE [] END | MERGE (n)-[:ASKED_OF]->(k) SET n.firm = k.id)
FOREACH (_ IN CASE type(r) WHEN 'CONTACT_OF' THEN [1] ELSE [] END | MERGE (n)-[:CONTACT_OF]->(k))
FOREACH (_ IN CASE type(r) WHEN 'SPEAKS_FOR' THEN [1] ELSE [] END | MERGE (n)-[:SPEAKS_FOR]->(k))
FOREACH (_ IN CASE type(r) WHEN 'INVITES' THEN [1] ELSE [] END | MERGE (n)-[:INVITES]->(k))
FOREACH (_ IN CASE type(r) WHEN 'APPROACHES' THEN [1] ELSE [] END | MERGE (n)-[:APPROACHES]->(k))
DELETE r
