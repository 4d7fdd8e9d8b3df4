// takes $did ('' for all), $who ('' for all); gives n
MATCH (t:Trace)
WHERE ($did = '' OR t.did = $did) AND ($who = '' OR t.who = $who)
RETURN count(t) AS n
