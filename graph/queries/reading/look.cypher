// takes nothing; gives labels, those of all nodes that whoever asks sees, and the territory's version, null before there is
// one
OPTIONAL MATCH (n)
UNWIND CASE WHEN n IS NULL THEN [''] ELSE labels(n) END AS label
WITH [label IN collect(DISTINCT label) WHERE label <> ''] AS labels
OPTIONAL MATCH (t:Territory)
RETURN labels, t.version AS version
