// Who says so: the publishers and speakers behind what is said of an entity, or of it and another.
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
OPTIONAL MATCH (statement)-[:STATED_IN]->(article:Article)
OPTIONAL MATCH (statement)-[:SAID_BY]->(speaker:Entity)
WITH
  article.publisher AS publisher,
  speaker,
  statement.status AS status,
  count(*) AS statements,
  count(DISTINCT article) AS articles,
  min(statement.published) AS firstReported,
  max(statement.published) AS lastReported,
  min(statement.id) AS least
RETURN
  publisher,
  speaker.name AS speaker,
  status,
  statements,
  articles,
  firstReported,
  lastReported,
  speaker.id AS speakerId
ORDER BY statements DESC, least;
