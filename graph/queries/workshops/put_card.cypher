// takes $row {id, workshop, firm, flow, reuses, direction, text, quantity_text, shown, outside, matched,
// by, at}; makes or mends a card, which counts again if it was withdrawn; gives nothing
MATCH (w:Workshop {id: $row.workshop}), (f:Firm {id: $row.firm}), (o:Flow {id: $row.flow})
MERGE (k:Card {id: $row.id})
ON CREATE SET k.by = $row.by, k.at = $row.at, k.said = [], k.also = [], k.reuses = $row.reuses
SET k.direction = $row.direction, k.text = $row.text, k.quantity_text = $row.quantity_text, k.shown = $row.shown, k.outside = $row.outside,
    k.matched = $row.matched,
    k.withdrawn_by = '', k.withdrawn_at = ''
MERGE (k)-[:HANDED_IN_AT]->(w)
MERGE (k)-[:HANDED_IN_BY]->(f)
MERGE (k)-[:BECAME]->(o)
