// Ties that a single source reports: one publisher, or one article where none is named.
//
// name: any name of an entity, or its id; all where empty
:param name => '';
// statuses: also planned, possible, alleged, denied
:param statuses => ['asserted', 'former'];
// hide: relations to leave out
:param hide => ['RELATED_TO'];
// limit: the most rows
:param limit => 50;

// In Neo4j Browser write names without accents; case does not matter.
MATCH (subject:Entity)<-[:SUBJECT]-(statement:Statement)-[:OBJECT]->(object:Entity)
WHERE
  statement.status IN $statuses
  AND NOT statement.relation IN $hide
  AND (
    $name = ''
    OR any(
      one IN [subject, object]
      WHERE $name IN one.search OR toLower($name) IN one.search OR one.id = $name
    )
  )
MATCH (statement)-[:STATED_IN]->(article:Article)
WITH
  subject,
  object,
  statement.relation AS relation,
  statement.status AS status,
  count(DISTINCT coalesce(article.publisher, article.id)) AS sources,
  head(collect(article.publisher)) AS publisher
WHERE sources = 1
MATCH (subject)-[tie]->(object)
WHERE tie.relation = relation AND tie.status = status
RETURN
  subject.name AS subject,
  relation,
  object.name AS object,
  subject.id AS subjectId,
  object.id AS objectId,
  status,
  publisher,
  tie.articles AS articles,
  tie.firstReported AS firstReported,
  tie.sentence AS sentence,
  tie.source AS source,
  tie.confidence AS confidence
ORDER BY confidence DESC, tie.id
LIMIT $limit;
