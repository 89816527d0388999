// The entities with the most ties.
// :param type => ''   person, organization, place or listing; all where empty
// :param statuses => ['asserted', 'former']   also planned, possible, alleged, denied
// :param hide => ['RELATED_TO']   relations to leave out
// :param limit => 20   the most rows
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
LIMIT $limit
