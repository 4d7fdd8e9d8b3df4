// takes $rows of offers with the firm and score of the one guess that each makes, null for none; gives nothing
UNWIND $rows AS row
MATCH (w:Flow {id: row.id})
SET w.asks = row.firm, w.asks_score = row.score
