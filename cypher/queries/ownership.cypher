// Who owns an entity, up to the top, and what it owns, down to the last.
//
// name: any name of it, or its id (required)
:param name => 'Huawei';
// longest: the most steps in either direction, up to six
:param longest => 4;

// Walks what owns, acquired or is a subsidiary of. Levels above the entity are 1, 2, ...,
// those below it -1, -2, ...
// In Neo4j Browser write names without accents; case does not matter.
MATCH (entity:Entity)
WHERE $name IN entity.search OR toLower($name) IN entity.search OR entity.id = $name
CALL (entity) {
  MATCH (entity)
    (
      (owned)-[tie:OWNS|ACQUIRED|SUBSIDIARY_OF]-(owner)
      WHERE startNode(tie) = CASE type(tie) WHEN 'SUBSIDIARY_OF' THEN owned ELSE owner END
    ){1,6}
    ()
  WHERE size(tie) <= $longest
  RETURN last(tie) AS tie, 1 AS direction, size(tie) AS steps
  UNION
  MATCH (entity)
    (
      (owner)-[tie:OWNS|ACQUIRED|SUBSIDIARY_OF]-(owned)
      WHERE startNode(tie) = CASE type(tie) WHEN 'SUBSIDIARY_OF' THEN owned ELSE owner END
    ){1,6}
    ()
  WHERE size(tie) <= $longest
  RETURN last(tie) AS tie, -1 AS direction, size(tie) AS steps
}
WITH tie, direction, min(steps) AS steps
WITH tie, direction * steps AS level, startNode(tie) AS subject, endNode(tie) AS object
RETURN
  level,
  subject.name AS subject,
  tie.relation AS relation,
  object.name AS object,
  subject.id AS subjectId,
  object.id AS objectId,
  tie.status AS status,
  tie.since AS since,
  tie.until AS until,
  tie.sentence AS sentence,
  tie.source AS source,
  tie.articles AS articles,
  tie.confidence AS confidence
ORDER BY level DESC, articles DESC, tie.id;
