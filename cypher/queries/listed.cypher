// Who stands, or stood, on a list such as the Entity List, and since when.
//
// name: any name of the list, or its id; all lists where empty
:param name => '';

// In Neo4j Browser write names without accents; case does not matter.
MATCH (party:Entity)-[tie:LISTED_ON]->(listing:Entity)
WHERE
  $name = ''
  OR $name IN listing.search
  OR toLower($name) IN listing.search
  OR listing.id = $name
RETURN
  party.name AS subject,
  tie.relation AS relation,
  listing.name AS object,
  party.id AS subjectId,
  listing.id AS objectId,
  tie.status AS status,
  tie.since AS since,
  tie.until AS until,
  tie.sentence AS sentence,
  tie.source AS source,
  tie.articles AS articles,
  tie.confidence AS confidence
ORDER BY listing.articles DESC, listing.id, since, tie.id;
