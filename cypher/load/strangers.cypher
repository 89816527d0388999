// Count the nodes that bear kgbuild's labels.
MATCH (node:Article|Entity|Statement)
RETURN count(node) AS nodes
