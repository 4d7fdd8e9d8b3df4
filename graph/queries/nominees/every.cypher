// takes nothing; gives blocks of [offer, firm, score] of the one guess that an offer makes, whether or not it is shown
MATCH (w:Flow)
WHERE w.asks IS NOT NULL
WITH substring(w.id, 5, 1) AS block, collect([w.id, w.asks, w.asks_score]) AS rows
RETURN rows
