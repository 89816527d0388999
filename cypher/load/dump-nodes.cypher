// Return every node that kgbuild wrote.
MATCH (node:Article|Entity|Statement)
RETURN labels(node) AS labels, properties(node) AS properties
