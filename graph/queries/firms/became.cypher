// takes $id; gives kept, the firm into which this one was merged, or no row
MATCH (g:FormerFirm {id: $id})
RETURN g.kept AS kept
