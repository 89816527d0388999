// Who leads, led or founded an organisation or a place.
//
// name: any name of it, or its id (required)
:param name => 'Huawei';

// In Neo4j Browser write names without accents; case does not matter.
MATCH (entity:Entity)
WHERE $name IN entity.search OR toLower($name) IN entity.search OR entity.id = $name
MATCH (leader:Entity)-[tie:LEADS|FOUNDED]->(entity)
RETURN
  leader.name AS subject,
  tie.relation AS relation,
  entity.name AS object,
  leader.id AS subjectId,
  entity.id AS objectId,
  tie.status AS status,
  tie.role AS role,
  tie.since AS since,
  tie.until AS until,
  tie.sentence AS sentence,
  tie.source AS source,
  tie.firstReported AS firstReported,
  tie.lastReported AS lastReported,
  tie.articles AS articles,
  tie.confidence AS confidence
// Leaders before founders, those in office before those who were.
ORDER BY relation DESC, status, articles DESC, confidence DESC, tie.id;
