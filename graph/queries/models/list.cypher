// takes nothing; gives the models that were learnt, latest first: id, at, decisions, before, measures, figures
MATCH (m:Model)
WHERE m.learnt
RETURN m.id AS id, m.at AS at, m.decisions AS decisions, m.before AS before, m.measures AS measures,
       m.figures AS figures
ORDER BY at DESC, id DESC
