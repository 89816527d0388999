// Return where the server says that Neo4j Browser is, by http and https.
SHOW SETTINGS 'server.http.advertised_address', 'server.https.advertised_address'
YIELD name, value
RETURN split(name, '.')[1] AS scheme, value
