// takes nothing; gives year, provenance, flows: of which year the flows are, '' for those that do not say
MATCH (w:Flow)
RETURN substring(coalesce(w.as_of, ''), 0, 4) AS year, w.provenance AS provenance, count(w) AS flows
ORDER BY year DESC, provenance
