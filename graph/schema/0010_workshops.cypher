// Workshops: the cards that a room hands in, and who is interested in which lead.
CREATE CONSTRAINT workshop_id IF NOT EXISTS FOR (n:Workshop) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT card_id IF NOT EXISTS FOR (n:Card) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT vote_id IF NOT EXISTS FOR (n:Vote) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT firm_alias_id IF NOT EXISTS FOR (n:FirmAlias) REQUIRE n.id IS UNIQUE;
