// What a person asked the console, and the tokens with which programs ask the API: of a token, only its digest.
CREATE CONSTRAINT saved_query_id IF NOT EXISTS FOR (n:SavedQuery) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT api_token_id IF NOT EXISTS FOR (n:ApiToken) REQUIRE n.id IS UNIQUE;
CREATE INDEX saved_query_who IF NOT EXISTS FOR (n:SavedQuery) ON (n.who);
CREATE INDEX api_token_who IF NOT EXISTS FOR (n:ApiToken) ON (n.who);
