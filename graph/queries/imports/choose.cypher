// takes $id, $options (JSON); keeps what was chosen for a preview that is to be made again; gives nothing
MATCH (i:Import {id: $id})
SET i.options = $options
