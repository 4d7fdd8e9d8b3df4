// takes nothing; gives ids of the flows that are confidential or withdrawn: what a copy made before may still tell
MATCH (w:Flow)
OPTIONAL MATCH (w)<-[gone:WITHDREW]-(:Firm)
WITH w, count(gone) AS withdrawn
WHERE w.confidential OR withdrawn > 0
RETURN collect(w.id) AS ids
