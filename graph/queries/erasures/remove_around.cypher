// takes $firm; removes the people, the sealed values, drafts, questions, invitations and accounts of a
// firm; gives nothing
MATCH (f:Firm {id: $firm})
OPTIONAL MATCH (f)<-[:CONTACT_OF|DRAFT_OF]-(own:Secret)
OPTIONAL MATCH (f)-[:OFFERS|NEEDS|POOLS|WITHDREW]->(:Flow)<-[:SEALS|VERSION_OF]-(said:Secret)
OPTIONAL MATCH (f)<-[:ASKED_OF]-(q:Question)
OPTIONAL MATCH (f)<-[:INVITES]-(i:Invitation)
OPTIONAL MATCH (f)<-[:SPEAKS_FOR]-(a:Account)
DETACH DELETE own, said, q, i, a
