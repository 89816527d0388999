// Add statements, or replace their properties and ends where they differ.
// $rows  a list of {id, properties, ends}; ends is {SUBJECT, OBJECT, STATED_IN} and, where
//        somebody is quoted, SAID_BY: the ids of the nodes that these edges lead to
UNWIND $rows AS row
MATCH (subject:Entity {id: row.ends.SUBJECT})
MATCH (object:Entity {id: row.ends.OBJECT})
MATCH (article:Article {id: row.ends.STATED_IN})
OPTIONAL MATCH (speaker:Entity {id: row.ends.SAID_BY})
WITH row, subject, object, article, speaker
WHERE speaker IS NOT NULL OR row.ends.SAID_BY IS NULL
MERGE (statement:Statement {id: row.id})
FOREACH (_ IN CASE WHEN properties(statement) = row.properties THEN [] ELSE [1] END |
  SET statement = row.properties
)
WITH row, statement, subject, object, article, speaker
CALL (row, statement) {
  MATCH (statement)-[old:SUBJECT|OBJECT|STATED_IN|SAID_BY]->(end)
  WHERE end.id <> coalesce(row.ends[type(old)], '')
  DELETE old
}
WITH row, statement, subject, object, article, speaker
FOREACH (_ IN CASE WHEN EXISTS { (statement)-[:SUBJECT]->() } THEN [] ELSE [1] END |
  CREATE (statement)-[:SUBJECT]->(subject)
)
FOREACH (_ IN CASE WHEN EXISTS { (statement)-[:OBJECT]->() } THEN [] ELSE [1] END |
  CREATE (statement)-[:OBJECT]->(object)
)
FOREACH (_ IN CASE WHEN EXISTS { (statement)-[:STATED_IN]->() } THEN [] ELSE [1] END |
  CREATE (statement)-[:STATED_IN]->(article)
)
FOREACH (_ IN CASE
    WHEN speaker IS NULL OR EXISTS { (statement)-[:SAID_BY]->() } THEN []
    ELSE [1]
  END |
  CREATE (statement)-[:SAID_BY]->(speaker)
)
RETURN count(*) AS done
