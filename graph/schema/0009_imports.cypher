// Who loaded which file, when, and what became of each of its rows.
CREATE CONSTRAINT import_id IF NOT EXISTS FOR (n:Import) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT import_part_id IF NOT EXISTS FOR (n:ImportPart) REQUIRE n.id IS UNIQUE;
CREATE INDEX import_state IF NOT EXISTS FOR (n:Import) ON (n.state);
