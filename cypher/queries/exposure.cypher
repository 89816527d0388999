// Who is tied, within a few steps, to somebody on a list such as the Entity List.
//
// name: any name of the list, or its id; all lists where empty
:param name => '';
// steps: the most steps, up to three
:param steps => 2;
// statuses: also planned, possible, alleged, denied
:param statuses => ['asserted', 'former'];
// hide: relations to leave out
:param hide => ['RELATED_TO'];
// limit: the most rows
:param limit => 100;

// Steps lead over persons and organisations alone: a country would tie everyone to everyone.
// In Neo4j Browser write names without accents; case does not matter.
MATCH (listed:Entity)-[:LISTED_ON {status: 'asserted'}]->(listing:Entity)
WHERE
  $name = ''
  OR $name IN listing.search
  OR toLower($name) IN listing.search
  OR listing.id = $name
WITH collect(DISTINCT listed) AS all
UNWIND all AS listed
MATCH (listed)
  (
    (:Entity)-[tie WHERE tie.status IN $statuses AND NOT tie.relation IN $hide]
    -(next:Person|Organization)
  ){1,3}
  (party)
WHERE size(next) <= $steps AND NOT party IN all
WITH listed, party, next
ORDER BY size(next), [node IN next | node.id]
WITH listed, party, head(collect(next)) AS next
RETURN
  party.name AS name,
  party.type AS type,
  size(next) AS steps,
  [node IN next[..-1] | node.name] AS through,
  listed.name AS listed,
  party.id AS id,
  listed.id AS listedId
ORDER BY steps, party.articles DESC, id, listedId
LIMIT $limit;
