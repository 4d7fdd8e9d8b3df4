// What people do with a lead once they judged it: what it brought about, who was asked, notes of calls, views they keep,
// when they last looked; and firms that were found to be another one.
CREATE CONSTRAINT realised_id IF NOT EXISTS FOR (n:Realised) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT approach_id IF NOT EXISTS FOR (n:Approach) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT note_id IF NOT EXISTS FOR (n:Note) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT saved_view_id IF NOT EXISTS FOR (n:SavedView) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT last_visit_id IF NOT EXISTS FOR (n:LastVisit) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT former_firm_id IF NOT EXISTS FOR (n:FormerFirm) REQUIRE n.id IS UNIQUE;
