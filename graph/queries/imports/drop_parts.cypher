// takes $id; forgets what an import told of its rows; gives nothing
MATCH (:Import {id: $id})<-[:TELLS]-(p:ImportPart)
DETACH DELETE p
