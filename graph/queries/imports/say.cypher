// takes $id, $message (a code); says what went wrong with an import; gives nothing
MATCH (i:Import {id: $id})
SET i.message = $message
