// Add entities, or replace their label and properties where they differ.
// $rows  a list of {id, label, properties}
UNWIND $rows AS row
MERGE (entity:Entity {id: row.id})
FOREACH (_ IN CASE
    WHEN properties(entity) = row.properties AND row.label IN labels(entity) THEN []
    ELSE [1]
  END |
  REMOVE entity:Person:Organization:Place:Listing
  SET entity = row.properties, entity:$(row.label)
)
RETURN count(*) AS done
