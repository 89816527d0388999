// Add how often articles mention entities, or replace it where it differs.
// $rows  a list of {entity, article, properties}
UNWIND $rows AS row
MATCH (entity:Entity {id: row.entity})
MATCH (article:Article {id: row.article})
MERGE (entity)-[mention:MENTIONED_IN]->(article)
FOREACH (_ IN CASE WHEN properties(mention) = row.properties THEN [] ELSE [1] END |
  SET mention = row.properties
)
RETURN count(*) AS done
