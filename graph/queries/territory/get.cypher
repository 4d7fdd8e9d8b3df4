// takes nothing; gives name, synthetic, folder, version, loaded_at, matched_at ('' before) of the territory this database
// holds, with its communes (INSEE codes) and who chose them (communes_by), or no row
MATCH (t:Territory)
RETURN t.name AS name, t.synthetic AS synthetic, t.folder AS folder, t.version AS version, t.loaded_at AS loaded_at,
       t.matched_at AS matched_at, coalesce(t.communes, []) AS communes, coalesce(t.communes_by, '') AS communes_by
