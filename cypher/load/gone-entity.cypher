// Remove entities and every edge at them.
// $rows  a list of {id}
UNWIND $rows AS row
MATCH (entity:Entity {id: row.id})
DETACH DELETE entity
