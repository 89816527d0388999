MATCH (h:Entity {name: "Huawei"})-[t WHERE t.relation <> "RELATED_TO"]-(near:Entity)
WITH h, collect(DISTINCT near) AS near
MATCH p = (a)-[t WHERE t.relation <> "RELATED_TO"]->(b)
WHERE (a = h OR a IN near) AND (b = h OR b IN near)
RETURN p
