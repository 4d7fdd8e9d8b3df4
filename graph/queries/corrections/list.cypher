// takes nothing; gives every correction, latest first, those taken back included
MATCH (c:Correction)
RETURN c.id AS id, c.kind AS kind, c.reason AS reason, c.by AS by, c.at AS at, c.resource AS resource, c.use AS use,
       c.nace AS nace, c.direction AS direction, c.language AS language, c.text AS text, c.fr AS fr, c.en AS en,
       c.like AS like, c.hazard AS hazard, c.waste_code AS waste_code, c.maturity AS maturity,
       c.treatment AS treatment, c.active AS active, c.withdrawn_by AS withdrawn_by, c.withdrawn_at AS withdrawn_at
ORDER BY at DESC, id
