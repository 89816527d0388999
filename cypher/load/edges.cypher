// Add edges between entities, or replace their properties where they differ. The type in
// capitals below is put in by kgbuild, out of its list of relations and nothing else.
// $rows  a list of {id, subject, object, properties}, all of one type
UNWIND $rows AS row
MATCH (subject:Entity {id: row.subject})
MATCH (object:Entity {id: row.object})
MERGE (subject)-[edge:RELATION {id: row.id}]->(object)
FOREACH (_ IN CASE WHEN properties(edge) = row.properties THEN [] ELSE [1] END |
  SET edge = row.properties
)
RETURN count(*) AS done
