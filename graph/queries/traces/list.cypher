// takes $did ('' for all), $who ('' for all), $skip, $limit; gives what people saw and did, latest first
MATCH (t:Trace)
WHERE ($did = '' OR t.did = $did) AND ($who = '' OR t.who = $who)
RETURN t.id AS id, t.at AS at, t.who AS who, t.role AS role, t.did AS did, t.what AS what, t.status AS status
ORDER BY at DESC, id SKIP $skip LIMIT $limit
