// What an entity is tied to, each tie with the sentence it stands on.
//
// name: any name of it, or its id (required)
:param name => 'Huawei';
// statuses: also planned, possible, alleged, denied
:param statuses => ['asserted', 'former'];
// hide: relations to leave out
:param hide => ['RELATED_TO'];
// confidence: the least confidence of a tie
:param confidence => 0.0;
// limit: the most rows
:param limit => 50;

// In Neo4j Browser write names without accents; case does not matter.
MATCH (entity:Entity)
WHERE $name IN entity.search OR toLower($name) IN entity.search OR entity.id = $name
MATCH (entity)-[tie]-(:Entity)
WHERE tie.status IN $statuses AND NOT tie.relation IN $hide AND tie.confidence >= $confidence
WITH DISTINCT tie, startNode(tie) AS subject, endNode(tie) AS object
RETURN
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
  tie.firstReported AS firstReported,
  tie.lastReported AS lastReported,
  tie.statements AS statements,
  tie.articles AS articles,
  tie.confidence AS confidence
ORDER BY articles DESC, confidence DESC, relation, tie.id
LIMIT $limit;
