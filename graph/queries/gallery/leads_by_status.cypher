// takes nothing; gives kind, origin, judgement, leads
MATCH (s:Synergy)
RETURN s.kind AS kind, s.origin AS origin, s.judgement AS judgement, count(s) AS leads
ORDER BY kind, origin, leads DESC, judgement
