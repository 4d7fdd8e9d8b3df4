// takes nothing; gives every shipped resource with its waste codes, in order, as put_resources takes them
MATCH (r:Resource)
WHERE r.corrected IS NULL
OPTIONAL MATCH (r)-[coded:CODED_AS]->(c:WasteCode)
WITH r, coded, c ORDER BY coded.rank
WITH r, collect(CASE WHEN c.hazardous THEN c.id + '*' ELSE c.id END) AS codes
RETURN r.id AS id, r.kind AS kind, r.fr AS fr, r.en AS en, r.synonyms_fr AS synonyms_fr,
       r.synonyms_en AS synonyms_en, r.unit AS unit, r.hazard AS hazard, codes AS waste_codes,
       r.disposal_eur AS disposal_eur, r.purchase_eur AS purchase_eur, r.preparation_eur AS preparation_eur,
       r.haul_eur_km AS haul_eur_km, r.source AS source, r.family AS family, r.form AS form,
       r.questions_fr AS questions_fr, r.questions_en AS questions_en,
       r.confidence AS confidence, r.prevalence AS prevalence, r.t_per_m3 AS t_per_m3, r.mwh_per_t AS mwh_per_t,
       r.kg_per_piece AS kg_per_piece
ORDER BY id
