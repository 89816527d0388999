// Begin a load: from here on, batches of a load that began before are refused.
// $graph   the ledger's id
// $schema  the version of the graph's schema
// $token   what tells this load from every other
MERGE (ledger:KgbuildLedger {id: 'kgbuild'})
ON CREATE SET
  ledger.name = 'kgbuild', ledger.graph = $graph, ledger.revision = 0, ledger.schema = $schema
SET ledger.loading = $token, ledger.constrained = true
RETURN ledger.graph AS graph, ledger.revision AS revision, ledger.schema AS schema
