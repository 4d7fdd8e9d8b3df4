// The best set of leads in which nothing is promised twice, as the background worker last worked it out.
CREATE CONSTRAINT portfolio_id IF NOT EXISTS FOR (n:Portfolio) REQUIRE n.id IS UNIQUE;
