// takes nothing; gives name, synthetic, folder, version, loaded_at, matched_at ('' before) of the territory this database
// holds, or no row
MATCH (t:Territory)
RETURN t.name AS name, t.synthetic AS synthetic, t.folder AS folder, t.version AS version, t.loaded_at AS loaded_at,
       t.matched_at AS matched_at
