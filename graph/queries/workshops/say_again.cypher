// takes $id, $once (of one sending of the form), $text; counts that a card was said, each sending once; gives times
MATCH (k:Card {id: $id})
SET k.said = [x IN k.said WHERE x <> $once] + [$once],
    k.also = CASE WHEN k.text = $text OR $text IN k.also THEN k.also ELSE k.also + [$text] END
RETURN size(k.said) AS times
