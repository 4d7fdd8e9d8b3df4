// takes nothing; gives name, synthetic, version, loaded_at of the territory this database holds, or no row
MATCH (t:Territory)
RETURN t.name AS name, t.synthetic AS synthetic, t.version AS version, t.loaded_at AS loaded_at
