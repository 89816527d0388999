// Return every folded name with the entity that bears it.
MATCH (entity:Entity)
UNWIND entity.search AS name
RETURN name, entity.id AS id
