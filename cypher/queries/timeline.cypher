// What is said of an entity, by the date it happened, else was published.
//
// name: any name of it, or its id (required)
:param name => 'Huawei';
// statuses: which
:param statuses => ['asserted', 'former', 'planned', 'possible', 'alleged', 'denied'];
// hide: relations to leave out
:param hide => ['RELATED_TO'];

// In Neo4j Browser write names without accents; case does not matter.
MATCH (entity:Entity)
WHERE $name IN entity.search OR toLower($name) IN entity.search OR entity.id = $name
MATCH (entity)<-[:SUBJECT|OBJECT]-(statement:Statement)
WHERE statement.status IN $statuses AND NOT statement.relation IN $hide
WITH DISTINCT statement
MATCH (subject:Entity)<-[:SUBJECT]-(statement)-[:OBJECT]->(object:Entity)
OPTIONAL MATCH (statement)-[:STATED_IN]->(article:Article)
OPTIONAL MATCH (statement)-[:SAID_BY]->(speaker:Entity)
RETURN
  coalesce(statement.since, statement.published) AS date,
  subject.name AS subject,
  statement.relation AS relation,
  object.name AS object,
  statement.status AS status,
  statement.role AS role,
  statement.verb AS verb,
  statement.since AS since,
  statement.until AS until,
  statement.sentence AS sentence,
  CASE WHEN article.url <> '' THEN article.url ELSE article.title END AS source,
  statement.published AS published,
  article.publisher AS publisher,
  speaker.name AS speaker,
  statement.confidence AS confidence
ORDER BY date, statement.id;
