// takes $commune; gives ids: the leads that involve a firm of the commune
MATCH (:Firm {commune: $commune})<-[:INVOLVES]-(s:Synergy)
RETURN collect(DISTINCT s.id) AS ids
