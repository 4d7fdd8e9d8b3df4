// takes nothing; gives commune, offered_mwh, needed_mwh: MWh a year of heat and other energy, by commune
MATCH (c:Commune)<-[:IN_COMMUNE]-(:Firm)-[d:OFFERS|NEEDS]->(w:Flow)-[:OF]->(:Resource {kind: 'energy'})
WHERE w.quantity IS NOT NULL AND w.unit IN ['MWh', 'kWh']
WITH c, type(d) AS direction, CASE w.unit WHEN 'kWh' THEN w.quantity / 1000.0 ELSE w.quantity END AS mwh
RETURN c.name AS commune, round(sum(CASE direction WHEN 'OFFERS' THEN mwh ELSE 0.0 END)) AS offered_mwh,
       round(sum(CASE direction WHEN 'NEEDS' THEN mwh ELSE 0.0 END)) AS needed_mwh
ORDER BY offered_mwh DESC, needed_mwh DESC, commune
