// takes $id; forgets what an import told of its rows; gives nothing
MATCH (p:ImportPart)-[:TELLS]->(i:Import {id: $id})
DETACH DELETE p
