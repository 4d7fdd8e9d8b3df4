// What somebody wants in general, and the sections of the List of Waste with what each trade throws away under them.
CREATE CONSTRAINT purpose_id IF NOT EXISTS FOR (n:Purpose) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT waste_section_id IF NOT EXISTS FOR (n:WasteSection) REQUIRE n.id IS UNIQUE;
