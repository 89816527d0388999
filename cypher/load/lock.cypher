// Make other loads wait until this transaction ends, and return which load is the latest.
// The write comes first: it takes the lock under which the token is then read.
MATCH (ledger:KgbuildLedger {id: 'kgbuild'})
SET ledger.lock = true
RETURN ledger.loading AS token
