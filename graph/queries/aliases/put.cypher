// takes $rows of {id, firm, by, at}; keeps which firm a written name means, '' for none of them, in place of before; gives
// nothing
UNWIND $rows AS row
MERGE (a:FirmAlias {id: row.id})
SET a.firm = row.firm, a.by = row.by, a.at = row.at
