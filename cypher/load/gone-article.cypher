// Remove articles and every edge at them.
// $rows  a list of {id}
UNWIND $rows AS row
MATCH (article:Article {id: row.id})
DETACH DELETE article
