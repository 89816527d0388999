"""The graph in Neo4j: loaded by difference, read by Cypher. The only home of the driver."""
