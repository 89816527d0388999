-- From format 2 to 3: where a place is, which names are equated.

ALTER TABLE row_entity ADD COLUMN country TEXT;
ALTER TABLE row_entity ADD COLUMN region TEXT;
ALTER TABLE row_entity ADD COLUMN geonames INTEGER;
ALTER TABLE row_entity ADD COLUMN latitude REAL;
ALTER TABLE row_entity ADD COLUMN longitude REAL;
CREATE TABLE equated (key TEXT NOT NULL, article TEXT NOT NULL, PRIMARY KEY (key, article))
    WITHOUT ROWID;
CREATE INDEX equated_article ON equated (article);
-- Made anew by the next command that writes.
DELETE FROM setting WHERE name = 'derived';
