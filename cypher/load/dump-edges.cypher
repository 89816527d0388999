// Return every edge that kgbuild wrote; one between entities is known by what it bears.
MATCH (start:Entity|Statement)-[edge]->(end:Article|Entity)
WHERE type(edge) IN ['MENTIONED_IN', 'SUBJECT', 'OBJECT', 'SAID_BY', 'STATED_IN']
  OR (edge.id IS NOT NULL AND edge.relation IS NOT NULL AND edge.status IS NOT NULL)
RETURN type(edge) AS type, start.id AS start, end.id AS end, properties(edge) AS properties
