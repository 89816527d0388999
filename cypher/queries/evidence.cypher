// Every statement on an entity, or on it and another, whatever it says of the tie.
//
// a: any name of it, or its id (required)
:param a => 'Huawei';
// b: any name of the other; all others where empty
:param b => '';
// statuses: which
:param statuses => ['asserted', 'former', 'planned', 'possible', 'alleged', 'denied'];

// In Neo4j Browser write names without accents; case does not matter.
MATCH (a:Entity)
WHERE $a IN a.search OR toLower($a) IN a.search OR a.id = $a
MATCH (a)<-[:SUBJECT|OBJECT]-(statement:Statement)-[:SUBJECT|OBJECT]->(b:Entity)
WHERE
  statement.status IN $statuses
  AND ($b = '' OR $b IN b.search OR toLower($b) IN b.search OR b.id = $b)
WITH DISTINCT statement
MATCH (subject:Entity)<-[:SUBJECT]-(statement)-[:OBJECT]->(object:Entity)
OPTIONAL MATCH (statement)-[:STATED_IN]->(article:Article)
OPTIONAL MATCH (statement)-[:SAID_BY]->(speaker:Entity)
RETURN
  statement.sentence AS sentence,
  CASE WHEN article.url <> '' THEN article.url ELSE article.title END AS source,
  statement.published AS published,
  article.publisher AS publisher,
  statement.relation AS relation,
  subject.name AS subject,
  object.name AS object,
  statement.status AS status,
  statement.role AS role,
  statement.verb AS verb,
  statement.since AS since,
  statement.until AS until,
  speaker.name AS speaker,
  statement.confidence AS confidence,
  statement.rule AS rule
ORDER BY published, statement.id;
