// takes $text in lower case and $commune as firms/search; gives n
MATCH (f:Firm)
WHERE ($commune = '' OR f.commune = $commune)
  AND ($text = '' OR toLower(f.name) CONTAINS $text OR toLower(f.activity) CONTAINS $text OR toLower(f.id) = $text)
RETURN count(f) AS n
