// takes $communes (INSEE codes, none for those known by name), $by (who chose them), $version; says which communes are the
// territory's, and that it changed; gives nothing
MATCH (t:Territory {id: 'territory'})
SET t.communes = $communes, t.communes_by = $by, t.version = $version
