// What was planned, and what became of it.
//
// name: any name of an entity, or its id; all where empty
:param name => '';
// limit: the most rows
:param limit => 50;

// Whether the same tie is reported as so, as over or as denied; no outcome means that none is.
// In Neo4j Browser write names without accents; case does not matter.
MATCH (subject:Entity)-[plan:PLANNED]->(object:Entity)
WHERE
  $name = ''
  OR any(
    one IN [subject, object]
    WHERE $name IN one.search OR toLower($name) IN one.search OR one.id = $name
  )
OPTIONAL MATCH (subject)-[tie]->(object)
WHERE tie.relation = plan.relation AND tie.status IN ['asserted', 'former', 'denied']
RETURN
  subject.name AS subject,
  plan.relation AS relation,
  object.name AS object,
  subject.id AS subjectId,
  object.id AS objectId,
  plan.since AS since,
  plan.firstReported AS firstReported,
  plan.sentence AS sentence,
  plan.source AS source,
  tie.status AS outcome,
  tie.since AS outcomeSince,
  tie.firstReported AS outcomeReported,
  tie.sentence AS outcomeSentence,
  tie.source AS outcomeSource
ORDER BY firstReported, plan.id, tie.id
LIMIT $limit;
