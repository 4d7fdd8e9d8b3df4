// takes nothing; gives id and kept (the firm it turned out to be) of firms that were merged into another one
MATCH (g:FormerFirm)
RETURN g.id AS id, g.kept AS kept
ORDER BY id
