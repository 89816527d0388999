// The best-evidenced chains of one to three ties between two entities.
//
// a: any name of one end, or its id (required)
:param a => 'Ren Zhengfei';
// b: any name of the other end, or its id (required)
:param b => 'SMIC';
// statuses: also planned, possible, alleged, denied
:param statuses => ['asserted', 'former'];
// hide: relations to leave out
:param hide => ['RELATED_TO'];
// limit: the most chains
:param limit => 3;

// Of each step it takes the tie that most articles report. A chain is as good as its weakest
// step; of equal ones the shorter comes first.
// In Neo4j Browser write names without accents; case does not matter.
MATCH (a:Entity)
WHERE $a IN a.search OR toLower($a) IN a.search OR a.id = $a
MATCH (b:Entity)
WHERE ($b IN b.search OR toLower($b) IN b.search OR b.id = $b) AND a <> b
MATCH (a)
  (
    (:Entity)-[tie WHERE tie.status IN $statuses AND NOT tie.relation IN $hide]-(next:Entity)
  ){1,3}
  (b)
WITH DISTINCT [a] + next AS chain
WHERE all(i IN range(1, size(chain) - 1) WHERE NOT chain[i] IN chain[..i])
CALL (chain) {
  UNWIND range(1, size(chain) - 1) AS step
  WITH step, chain[step - 1] AS here, chain[step] AS there
  MATCH (here)-[tie]-(there)
  WHERE tie.status IN $statuses AND NOT tie.relation IN $hide
  WITH step, tie
  ORDER BY tie.articles DESC, tie.confidence DESC, tie.id
  WITH step, head(collect(tie)) AS best
  ORDER BY step
  RETURN collect(best) AS ties, min(best.articles) AS articles, min(best.confidence) AS confidence
}
WITH ties, articles, confidence, [node IN chain | node.id] AS ids
ORDER BY articles DESC, confidence DESC, size(ties), ids
LIMIT $limit
WITH collect(ties) AS chains
UNWIND range(1, size(chains)) AS chain
WITH chain, chains[chain - 1] AS ties
UNWIND range(1, size(ties)) AS step
WITH chain, step, ties[step - 1] AS tie
WITH chain, step, tie, startNode(tie) AS subject, endNode(tie) AS object
RETURN
  chain,
  step,
  subject.name AS subject,
  tie.relation AS relation,
  object.name AS object,
  subject.id AS subjectId,
  object.id AS objectId,
  tie.status AS status,
  tie.role AS role,
  tie.verb AS verb,
  tie.since AS since,
  tie.until AS until,
  tie.sentence AS sentence,
  tie.source AS source,
  tie.articles AS articles,
  tie.confidence AS confidence
ORDER BY chain, step;
