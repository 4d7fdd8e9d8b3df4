// takes $ids; gives what these synergies brought about, as it was noted, latest first; amount null: taken back
UNWIND $ids AS id
MATCH (s:Synergy {id: id})<-[:BROUGHT_BY]-(q:Realised)
RETURN s.id AS synergy_id, q.id AS id, q.year AS year, q.measure AS measure, q.amount AS amount, q.source AS source,
       q.who AS who, q.at AS at, q.rank AS rank
ORDER BY synergy_id, rank DESC
