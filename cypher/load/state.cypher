// Return which ledger's graph the database holds, as of which revision.
MATCH (ledger:KgbuildLedger {id: 'kgbuild'})
RETURN ledger.graph AS graph, ledger.revision AS revision, ledger.schema AS schema,
  coalesce(ledger.constrained, false) AS constrained
