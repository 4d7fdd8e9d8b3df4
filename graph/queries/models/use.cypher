// takes $version ('' for the model that was shipped); makes a model the one in force; gives nothing
MATCH (t:Territory {id: 'territory'})
SET t.model = $version
