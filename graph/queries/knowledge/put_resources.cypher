// takes $rows of resources; makes or refreshes them; gives nothing
UNWIND $rows AS row
MERGE (r:Resource {id: row.id})
SET r.kind = row.kind, r.fr = row.fr, r.en = row.en, r.synonyms_fr = row.synonyms_fr, r.synonyms_en = row.synonyms_en,
    r.unit = row.unit, r.hazard = row.hazard, r.disposal_eur = row.disposal_eur, r.purchase_eur = row.purchase_eur,
    r.preparation_eur = row.preparation_eur, r.haul_eur_km = row.haul_eur_km, r.source = row.source,
    r.family = row.family, r.form = row.form, r.questions_fr = row.questions_fr, r.questions_en = row.questions_en,
    r.confidence = row.confidence, r.prevalence = row.prevalence, r.t_per_m3 = row.t_per_m3,
    r.mwh_per_t = row.mwh_per_t, r.kg_per_piece = row.kg_per_piece
