// Keep one node for each entity.
CREATE CONSTRAINT kgbuild_entity IF NOT EXISTS
FOR (entity:Entity) REQUIRE entity.id IS UNIQUE
