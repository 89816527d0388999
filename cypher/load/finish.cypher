// End a load: the graph is now as of this revision.
// $revision  the ledger's revision
// $schema    the version of the graph's schema
MATCH (ledger:KgbuildLedger {id: 'kgbuild'})
SET ledger.revision = $revision, ledger.schema = $schema
REMOVE ledger.loading, ledger.lock
