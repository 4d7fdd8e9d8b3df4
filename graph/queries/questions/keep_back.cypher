// takes $ids; forgets what answers told of flows that have become confidential; gives nothing
UNWIND $ids AS id
MATCH (q:Question {id: id})
SET q.quantity = null, q.unit = null, q.use_text = ''
