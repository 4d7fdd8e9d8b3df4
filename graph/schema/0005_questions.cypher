// What was asked of a firm to check a guess, and what it answered: a guess that got its answer is proposed no more.
CREATE CONSTRAINT question_id IF NOT EXISTS FOR (n:Question) REQUIRE n.id IS UNIQUE;
