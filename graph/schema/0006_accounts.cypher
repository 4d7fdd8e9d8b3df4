// Who may sign in, their sessions, how often somebody tried, and what was seen and done.
CREATE CONSTRAINT account_id IF NOT EXISTS FOR (n:Account) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT session_id IF NOT EXISTS FOR (n:Session) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT throttle_id IF NOT EXISTS FOR (n:Throttle) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT trace_id IF NOT EXISTS FOR (n:Trace) REQUIRE n.id IS UNIQUE;
CREATE INDEX account_subject IF NOT EXISTS FOR (n:Account) ON (n.subject);
CREATE INDEX trace_at IF NOT EXISTS FOR (n:Trace) ON (n.at);
