// takes $row {id, criteria, points, sectors, uses, shares, kinds, intercepts, slopes, decisions, at, before (the version
// it replaces), measures, figures (what speaks for it)}; remembers a model that was learnt and makes it
// the one in force; gives nothing
MERGE (m:Model {id: $row.id})
SET m.criteria = $row.criteria, m.points = $row.points, m.sectors = $row.sectors, m.uses = $row.uses,
    m.shares = $row.shares, m.kinds = $row.kinds, m.intercepts = $row.intercepts, m.slopes = $row.slopes,
    m.decisions = $row.decisions, m.at = $row.at, m.before = $row.before, m.measures = $row.measures,
    m.figures = $row.figures, m.learnt = true
WITH m
MATCH (t:Territory {id: 'territory'})
SET t.model = m.id
