MATCH p = (:Entity {name: "Huawei"})-[t WHERE t.relation <> "RELATED_TO"]-(:Entity) RETURN p
