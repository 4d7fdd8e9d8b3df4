// Documented real exchanges, told beside the leads that resemble them.
CREATE CONSTRAINT precedent_id IF NOT EXISTS FOR (n:Precedent) REQUIRE n.id IS UNIQUE;
