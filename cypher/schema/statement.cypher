// Keep one node for each statement.
CREATE CONSTRAINT kgbuild_statement IF NOT EXISTS
FOR (statement:Statement) REQUIRE statement.id IS UNIQUE
