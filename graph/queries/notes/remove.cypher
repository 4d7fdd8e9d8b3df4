// takes $id, $firm; removes a note of a firm, which may hold personal data; gives n
MATCH (n:Note {id: $id})-[:NOTED_ON]->(f:Firm {id: $firm})
DETACH DELETE n
RETURN count(*) AS n
