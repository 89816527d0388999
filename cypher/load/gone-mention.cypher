// Remove what says that an article mentions an entity.
// $rows  a list of {id, start}: the article and the entity
UNWIND $rows AS row
MATCH (entity:Entity {id: row.start})
MATCH (article:Article {id: row.id})
MATCH (entity)-[mention:MENTIONED_IN]->(article)
DELETE mention
