// What two entities have in common: whatever both are tied to.
//
// a: any name of one, or its id (required)
:param a => 'Huawei';
// b: any name of the other, or its id (required)
:param b => 'SMIC';
// statuses: also planned, possible, alleged, denied
:param statuses => ['asserted', 'former'];
// hide: relations to leave out
:param hide => ['RELATED_TO'];
// limit: the most rows
:param limit => 50;

// Of each side it shows the tie that most articles report.
// In Neo4j Browser write names without accents; case does not matter.
MATCH (a:Entity)
WHERE $a IN a.search OR toLower($a) IN a.search OR a.id = $a
WITH collect(a) AS these
MATCH (b:Entity)
WHERE $b IN b.search OR toLower($b) IN b.search OR b.id = $b
WITH these, collect(b) AS those
UNWIND these AS a
MATCH (a)-[tie]-(shared:Entity)
WHERE
  tie.status IN $statuses
  AND NOT tie.relation IN $hide
  AND NOT shared IN these
  AND NOT shared IN those
WITH those, shared, tie
ORDER BY tie.articles DESC, tie.confidence DESC, tie.id
WITH those, shared, collect(tie) AS left
UNWIND those AS b
MATCH (b)-[tie]-(shared)
WHERE tie.status IN $statuses AND NOT tie.relation IN $hide
WITH shared, left, tie
ORDER BY tie.articles DESC, tie.confidence DESC, tie.id
WITH shared, left, collect(tie) AS right
WITH shared, size(left) AS tiesA, size(right) AS tiesB, head(left) AS a, head(right) AS b
RETURN
  shared.name AS name,
  shared.type AS type,
  tiesA,
  a.relation AS relationA,
  a.status AS statusA,
  a.sentence AS sentenceA,
  a.source AS sourceA,
  tiesB,
  b.relation AS relationB,
  b.status AS statusB,
  b.sentence AS sentenceB,
  b.source AS sourceB,
  shared.id AS id
ORDER BY a.articles + b.articles DESC, id
LIMIT $limit;
