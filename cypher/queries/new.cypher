// What is new since a date: ties that no earlier article reports.
//
// since: the date, such as 2021, 2021-02 or 2021-02-09 (required)
:param since => '2021-02';
// name: any name of an entity, or its id; all where empty
:param name => '';
// statuses: also planned, possible, alleged, denied
:param statuses => ['asserted', 'former'];
// hide: relations to leave out
:param hide => ['RELATED_TO'];
// limit: the most rows
:param limit => 100;

// A tie whose articles bear no date is left out.
// In Neo4j Browser write names without accents; case does not matter.
MATCH (subject:Entity)-[tie]->(object:Entity)
WHERE
  tie.firstReported >= $since
  AND tie.status IN $statuses
  AND NOT tie.relation IN $hide
  AND (
    $name = ''
    OR any(
      one IN [subject, object]
      WHERE $name IN one.search OR toLower($name) IN one.search OR one.id = $name
    )
  )
RETURN
  tie.firstReported AS firstReported,
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
ORDER BY firstReported DESC, articles DESC, tie.id
LIMIT $limit;
