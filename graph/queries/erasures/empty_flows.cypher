// takes $ids; empties flows that judged synergies rest on: their resource stays, their words and figures go; gives nothing
UNWIND $ids AS id
MATCH (w:Flow {id: id})
OPTIONAL MATCH (w)-[:OF]->(r:Resource)
SET w = {id: id, text: coalesce(r.fr, ''), waste_code: '', quality: '', use_text: '', provenance: 'declared', as_of: '',
         version: 2, confidential: false, withdrawn: w.withdrawn}
