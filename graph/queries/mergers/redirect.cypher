// takes $gone, $kept; firms that had been merged into the one that goes lead to the one that stays; gives nothing
MATCH (f:FormerFirm {kept: $gone})
SET f.kept = $kept
