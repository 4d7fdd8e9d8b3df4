// takes $workshop; gives its cards with their firm and what was understood, latest first, withdrawn ones too
MATCH (k:Card)-[:HANDED_IN_AT]->(:Workshop {id: $workshop})
MATCH (k)-[:HANDED_IN_BY]->(f:Firm)
OPTIONAL MATCH (k)-[:BECAME]->(o:Flow)
OPTIONAL MATCH (o)-[:OF]->(r:Resource)
RETURN k.id AS id, f.id AS firm_id, f.name AS firm_name, f.nace AS nace, k.direction AS direction, k.text AS text,
       k.quantity_text AS quantity_text, k.shown AS shown, k.outside AS outside, k.by AS by, k.at AS at,
       size(k.said) AS times, k.also AS also, k.reuses AS reuses, k.withdrawn_at AS withdrawn_at, o.id AS flow_id,
       o.quantity AS quantity, o.unit AS unit, r.id AS resource_id, r.fr AS resource_fr, r.en AS resource_en
ORDER BY at DESC, id LIMIT 2000
