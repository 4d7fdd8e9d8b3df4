// Every label of the graph with its unique id, made on the empty database: on the embedded engine an index
// made after data exists freezes the types it sees. A statement ends with a semicolon at the end of a line.
CREATE CONSTRAINT schema_id IF NOT EXISTS FOR (n:Schema) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT territory_id IF NOT EXISTS FOR (n:Territory) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT commune_id IF NOT EXISTS FOR (n:Commune) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT firm_id IF NOT EXISTS FOR (n:Firm) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT sector_id IF NOT EXISTS FOR (n:Sector) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT flow_id IF NOT EXISTS FOR (n:Flow) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT knowledge_id IF NOT EXISTS FOR (n:Knowledge) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT resource_id IF NOT EXISTS FOR (n:Resource) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT use_id IF NOT EXISTS FOR (n:Use) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT sharing_id IF NOT EXISTS FOR (n:Sharing) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT waste_code_id IF NOT EXISTS FOR (n:WasteCode) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT synergy_id IF NOT EXISTS FOR (n:Synergy) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT decision_id IF NOT EXISTS FOR (n:Decision) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT model_id IF NOT EXISTS FOR (n:Model) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT job_id IF NOT EXISTS FOR (n:Job) REQUIRE n.id IS UNIQUE;
CREATE INDEX firm_commune IF NOT EXISTS FOR (n:Firm) ON (n.commune);
CREATE INDEX synergy_judgement IF NOT EXISTS FOR (n:Synergy) ON (n.judgement);
CREATE INDEX synergy_repeats IF NOT EXISTS FOR (n:Synergy) ON (n.resource);
CREATE INDEX job_state IF NOT EXISTS FOR (n:Job) ON (n.state);
