-- From format 2 to 3: where a place is.

ALTER TABLE row_entity ADD COLUMN country TEXT;
ALTER TABLE row_entity ADD COLUMN region TEXT;
ALTER TABLE row_entity ADD COLUMN geonames INTEGER;
ALTER TABLE row_entity ADD COLUMN latitude REAL;
ALTER TABLE row_entity ADD COLUMN longitude REAL;
-- Made anew by the next command that writes.
DELETE FROM setting WHERE name = 'derived';
