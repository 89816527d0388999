// Add articles, or replace their properties where they differ.
// $rows  a list of {id, properties}
UNWIND $rows AS row
MERGE (article:Article {id: row.id})
FOREACH (_ IN CASE WHEN properties(article) = row.properties THEN [] ELSE [1] END |
  SET article = row.properties
)
RETURN count(*) AS done
