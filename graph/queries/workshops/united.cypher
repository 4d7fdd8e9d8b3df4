// takes $resource, $firms; gives n, how many groups the matcher proposes about a resource unite two of these firms
MATCH (s:Synergy {resource: $resource})-[:INVOLVES]->(f:Firm)
WHERE s.kind = 'mutualisation' AND s.origin = 'matcher' AND s.judgement = 'proposed' AND f.id IN $firms
WITH s, count(f) AS here
WHERE here > 1
RETURN count(s) AS n
