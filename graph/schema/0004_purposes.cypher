// What somebody wants in general, without naming a use or a resource.
CREATE CONSTRAINT purpose_id IF NOT EXISTS FOR (n:Purpose) REQUIRE n.id IS UNIQUE;
