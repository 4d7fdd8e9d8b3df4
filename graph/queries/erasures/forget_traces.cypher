// takes $firm, $name (what stands for it); takes the name of a firm's accounts out of what they saw and did; gives nothing
MATCH (:Firm {id: $firm})<-[:SPEAKS_FOR]-(a:Account)
MATCH (t:Trace {account: a.id})
SET t.who = $name
