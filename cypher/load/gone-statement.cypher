// Remove statements and every edge at them.
// $rows  a list of {id}
UNWIND $rows AS row
MATCH (statement:Statement {id: row.id})
DETACH DELETE statement
