// takes nothing; gives origin, kind, judgement, hypothetical, n
MATCH (s:Synergy)
RETURN s.origin AS origin, s.kind AS kind, s.judgement AS judgement, s.hypothetical AS hypothetical, count(s) AS n
ORDER BY origin, kind, judgement, hypothetical
