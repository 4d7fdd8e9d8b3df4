// takes $since, $who, $limit; gives what others decided since a moment, latest first, with how many such decisions there
// are in all
MATCH (d:Decision)-[:ON]->(s:Synergy)
WHERE d.at > $since AND d.who <> $who
WITH d, s ORDER BY d.at DESC, d.id
WITH collect({at: d.at, who: d.who, after: d.after, synergy_id: s.id}) AS every
WITH size(every) AS total, every[0..$limit] AS first
UNWIND first AS one
RETURN one.at AS at, one.who AS who, one.after AS after, one.synergy_id AS synergy_id, total
