// takes nothing; gives id, checksum of every schema file applied, in order
MATCH (s:Schema)
RETURN s.id AS id, s.checksum AS checksum
ORDER BY id
