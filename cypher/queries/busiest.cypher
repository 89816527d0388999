// Who has the most ties that were reported in a period.
//
// since: the first date, such as 2021, 2021-02 or 2021-02-09 (required)
:param since => '2021';
// until: the last date, all of the year or month where it names one; no end where empty
:param until => '';
// type: person, organization, place or listing; all where empty
:param type => '';
// statuses: also planned, possible, alleged, denied
:param statuses => ['asserted', 'former'];
// hide: relations to leave out
:param hide => ['RELATED_TO'];
// limit: the most rows
:param limit => 20;

// A statement without a date is left out.
MATCH (subject:Entity)<-[:SUBJECT]-(statement:Statement)-[:OBJECT]->(object:Entity)
WHERE
  statement.published >= $since
  AND ($until = '' OR left(statement.published, size($until)) <= $until)
  AND statement.status IN $statuses
  AND NOT statement.relation IN $hide
UNWIND [subject, object] AS entity
WITH
  entity,
  count(DISTINCT [subject.id, statement.relation, object.id, statement.status]) AS ties,
  count(DISTINCT statement) AS statements
WHERE $type = '' OR entity.type = toUpper($type)
RETURN
  entity.name AS name,
  entity.type AS type,
  ties,
  statements,
  entity.id AS id
ORDER BY ties DESC, statements DESC, id
LIMIT $limit;
