// Say that the graph is being loaded anew: until that is done, it is of no revision.
MATCH (ledger:KgbuildLedger {id: 'kgbuild'})
SET ledger.revision = 0
