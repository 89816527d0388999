// The entities with the most ties.
//
// type: person, organization, place or listing; all where empty
:param type => '';
// statuses: also planned, possible, alleged, denied
:param statuses => ['asserted', 'former'];
// hide: relations to leave out
:param hide => ['RELATED_TO'];
// limit: the most rows
:param limit => 20;
MATCH (entity:Entity)
WHERE $type = '' OR entity.type = toUpper($type)
OPTIONAL MATCH (entity)-[tie]-(:Entity)
WHERE tie.status IN $statuses AND NOT tie.relation IN $hide
RETURN
  entity.name AS name,
  entity.type AS type,
  count(DISTINCT tie) AS ties,
  entity.articles AS articles,
  entity.mentions AS mentions,
  entity.id AS id
ORDER BY ties DESC, articles DESC, id
LIMIT $limit;
