// What an entity is mentioned with and yet not tied to: where to look next.
//
// name: any name of it, or its id (required)
:param name => 'Huawei';
// hide: relations that count as no tie
:param hide => ['RELATED_TO'];
// limit: the most rows
:param limit => 20;

// A tie of any status counts, a denied one too.
// In Neo4j Browser write names without accents; case does not matter.
MATCH (entity:Entity)
WHERE $name IN entity.search OR toLower($name) IN entity.search OR entity.id = $name
WITH collect(entity) AS asked
UNWIND asked AS entity
MATCH (entity)-[:MENTIONED_IN]->(article:Article)<-[:MENTIONED_IN]-(other:Entity)
WHERE NOT other IN asked
WITH asked, other, count(DISTINCT article) AS articles
WHERE NOT EXISTS {
  MATCH (other)-[tie]-(entity:Entity)
  WHERE entity IN asked AND NOT tie.relation IN $hide
}
RETURN other.name AS name, other.type AS type, articles, other.id AS id
ORDER BY articles DESC, id
LIMIT $limit;
