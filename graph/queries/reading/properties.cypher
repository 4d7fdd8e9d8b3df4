// takes nothing; gives label, names of the properties that whoever asks sees on nodes of that label
MATCH (n)
UNWIND labels(n) AS label
UNWIND keys(n) AS name
RETURN label, collect(DISTINCT name) AS names
ORDER BY label
