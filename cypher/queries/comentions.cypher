// What an entity is mentioned together with, by the articles in common.
//
// name: any name of it, or its id (required)
:param name => 'Huawei';
// limit: the most rows
:param limit => 20;

// In Neo4j Browser write names without accents; case does not matter.
MATCH (entity:Entity)
WHERE $name IN entity.search OR toLower($name) IN entity.search OR entity.id = $name
WITH collect(entity) AS asked
UNWIND asked AS entity
MATCH (entity)-[:MENTIONED_IN]->(article:Article)<-[:MENTIONED_IN]-(other:Entity)
WHERE NOT other IN asked
RETURN
  other.name AS name,
  other.type AS type,
  count(DISTINCT article) AS articles,
  other.id AS id
ORDER BY articles DESC, id
LIMIT $limit;
