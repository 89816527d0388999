// The shortest chain of ties between two entities, each step with its sentences.
//
// a: any name of one end, or its id (required)
:param a => 'Ren Zhengfei';
// b: any name of the other end, or its id (required)
:param b => 'Entity List';
// longest: the most steps
:param longest => 6;
// statuses: also planned, possible, alleged, denied
:param statuses => ['asserted', 'former'];
// hide: relations to leave out
:param hide => ['RELATED_TO'];

// Of several shortest chains it takes the one whose ids come first.
// In Neo4j Browser write names without accents; case does not matter.
MATCH (a:Entity)
WHERE $a IN a.search OR toLower($a) IN a.search OR a.id = $a
MATCH (b:Entity)
WHERE ($b IN b.search OR toLower($b) IN b.search OR b.id = $b) AND a <> b
MATCH chain = allShortestPaths((a)-[*]-(b))
// Edges that lead to articles and statements have no status: they are not walked.
WHERE all(
  tie IN relationships(chain)
  WHERE tie.status IN $statuses AND NOT tie.relation IN $hide
)
WITH chain
ORDER BY length(chain), [node IN nodes(chain) | node.id]
LIMIT 1
WHERE length(chain) <= $longest
WITH nodes(chain) AS chain
UNWIND range(1, size(chain) - 1) AS step
WITH step, chain[step - 1] AS here, chain[step] AS there
MATCH (here)-[tie]-(there)
WHERE tie.status IN $statuses AND NOT tie.relation IN $hide
WITH step, tie, startNode(tie) AS subject, endNode(tie) AS object
RETURN
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
ORDER BY step, confidence DESC, tie.id;
