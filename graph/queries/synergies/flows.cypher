// takes $id; gives the flows a synergy rests on, each with its firm
MATCH (s:Synergy {id: $id})-[:RESTS_ON]->(w:Flow)<-[d:OFFERS|NEEDS|POOLS]-(f:Firm)
RETURN w.id AS id, f.id AS firm_id, type(d) AS relation, w.text AS text, w.waste_code AS waste_code,
       w.quantity AS quantity, w.unit AS unit, w.rhythm AS rhythm, w.temperature_c AS temperature_c,
       w.quality AS quality, w.use_text AS use_text, w.provenance AS provenance, w.as_of AS as_of
ORDER BY id
