// Remove what is gone, edges before the nodes they hang on. The types of edges between entities may be of an
// ontology that is no longer loaded. One statement for all: each that is sent costs some milliseconds.
// $rows  a list of one map: edges and mentions, lists of {id, start}, and statements, entities and articles, lists of {id}
UNWIND $rows AS gone
CALL (gone) {
  UNWIND gone.edges AS row
  WITH row.start AS start, collect(row.id) AS ids
  MATCH (:Entity {id: start})-[edge]->(:Entity)
  WHERE edge.id IN ids
  DELETE edge
}
CALL (gone) {
  UNWIND gone.mentions AS row
  MATCH (entity:Entity {id: row.start})
  MATCH (article:Article {id: row.id})
  MATCH (entity)-[mention:MENTIONED_IN]->(article)
  DELETE mention
}
CALL (gone) {
  UNWIND gone.statements AS row
  MATCH (statement:Statement {id: row.id})
  DETACH DELETE statement
}
CALL (gone) {
  UNWIND gone.entities AS row
  MATCH (entity:Entity {id: row.id})
  DETACH DELETE entity
}
CALL (gone) {
  UNWIND gone.articles AS row
  MATCH (article:Article {id: row.id})
  DETACH DELETE article
}
RETURN count(*) AS done
