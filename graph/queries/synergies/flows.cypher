// takes $id; gives the flows a synergy rests on, each with its firm and what was understood of it
MATCH (s:Synergy {id: $id})-[:RESTS_ON]->(w:Flow)<-[d:OFFERS|NEEDS|POOLS|WITHDREW]-(f:Firm)
OPTIONAL MATCH (w)-[of:OF]->(r:Resource)
RETURN w.id AS id, f.id AS firm_id, CASE type(d) WHEN 'WITHDREW' THEN d.relation ELSE type(d) END AS relation,
       type(d) = 'WITHDREW' AS withdrawn, coalesce(w.confidential, false) AS confidential, w.text AS text, w.waste_code AS waste_code,
       w.quantity AS quantity, w.unit AS unit, w.rhythm AS rhythm, w.temperature_c AS temperature_c,
       w.quality AS quality, w.use_text AS use_text, w.provenance AS provenance, w.as_of AS as_of,
       w.quantity_text AS quantity_text, r.id AS resource_id, r.fr AS resource_fr, r.en AS resource_en, of.confidence AS confidence
ORDER BY id
