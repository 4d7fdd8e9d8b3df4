// takes $workshop; gives id, synergy, firm_id, firm_name of its votes, in the order they were cast
MATCH (v:Vote)-[:CAST_AT]->(:Workshop {id: $workshop})
MATCH (v)-[:FAVOURS]->(s:Synergy), (v)-[:VOICE_OF]->(f:Firm)
RETURN v.id AS id, s.id AS synergy, f.id AS firm_id, f.name AS firm_name, v.at AS at
ORDER BY at, id
