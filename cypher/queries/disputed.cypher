// What one article says and another denies.
//
// name: any name of an entity, or its id; all where empty
:param name => '';
// statuses: what is set against the denial; also planned, possible, alleged
:param statuses => ['asserted', 'former'];
// limit: the most rows
:param limit => 50;

// In Neo4j Browser write names without accents; case does not matter.
MATCH (subject:Entity)-[denied:DENIED]->(object:Entity)
WHERE
  $name = ''
  OR any(
    one IN [subject, object]
    WHERE $name IN one.search OR toLower($name) IN one.search OR one.id = $name
  )
MATCH (subject)-[tie]->(object)
WHERE tie.relation = denied.relation AND tie.status IN $statuses AND tie <> denied
RETURN
  subject.name AS subject,
  tie.relation AS relation,
  object.name AS object,
  subject.id AS subjectId,
  object.id AS objectId,
  tie.status AS status,
  tie.articles AS articles,
  tie.firstReported AS firstReported,
  tie.sentence AS sentence,
  tie.source AS source,
  denied.articles AS deniedArticles,
  denied.firstReported AS deniedReported,
  denied.sentence AS deniedSentence,
  denied.source AS deniedSource
ORDER BY articles + deniedArticles DESC, tie.id, denied.id
LIMIT $limit;
