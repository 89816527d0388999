// Keep one node that says which ledger's graph this is.
CREATE CONSTRAINT kgbuild_ledger IF NOT EXISTS
FOR (ledger:KgbuildLedger) REQUIRE ledger.id IS UNIQUE
