// Remove edges between entities. Their types may be of an ontology that is no longer loaded.
// $rows  a list of {id, start}: the edge and its subject
UNWIND $rows AS row
WITH row.start AS start, collect(row.id) AS ids
MATCH (:Entity {id: start})-[edge]->(:Entity)
WHERE edge.id IN ids
DELETE edge
