// takes nothing; gives the learnt model in force, or no row where the shipped one is: id, criteria, points, sectors, uses,
// shares, kinds, intercepts, slopes, decisions, at, before
MATCH (t:Territory {id: 'territory'})
MATCH (m:Model {id: t.model})
WHERE m.learnt
RETURN m.id AS id, m.criteria AS criteria, m.points AS points, m.sectors AS sectors, m.uses AS uses,
       m.shares AS shares, m.kinds AS kinds, m.intercepts AS intercepts, m.slopes AS slopes,
       m.decisions AS decisions, m.at AS at, m.before AS before
