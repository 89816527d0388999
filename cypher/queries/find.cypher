// The entities that bear a name.
//
// name: any name of it, or its id (required)
:param name => 'Huawei';

// In Neo4j Browser write names without accents; case does not matter.
MATCH (entity:Entity)
WHERE $name IN entity.search OR toLower($name) IN entity.search OR entity.id = $name
RETURN
  entity.id AS id,
  entity.name AS name,
  entity.type AS type,
  entity.aliases AS aliases,
  entity.mentions AS mentions,
  entity.articles AS articles,
  entity.country AS country,
  entity.region AS region
ORDER BY mentions DESC, id;
