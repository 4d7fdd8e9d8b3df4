// takes $judgements (all but proposed); gives id, judgement, until of what people judged
MATCH (s:Synergy)
WHERE s.judgement IN $judgements
RETURN s.id AS id, s.judgement AS judgement, s.until AS until
ORDER BY id
