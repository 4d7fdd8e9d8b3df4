// takes $communes (INSEE codes, none for those known by name); says of every firm with a commune whether that is one of
// the territory's; gives nothing
MATCH (f:Firm)-[:IN_COMMUNE]->(c:Commune)
SET f.inside = CASE WHEN size($communes) > 0 THEN c.id IN $communes ELSE c.name IS NOT NULL END
