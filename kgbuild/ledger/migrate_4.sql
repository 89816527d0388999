-- From format 3 to 4: articles by given id and file name; persons by family name.

CREATE INDEX source_given ON source (given);
-- The last part of a key (articles.py).
CREATE INDEX source_file ON source (
    substr(rtrim(key, '/'), length(rtrim(rtrim(key, '/'), replace(rtrim(key, '/'), '/', ''))) + 1)
);
-- Persons by family name, the last word of their key (families.py).
CREATE INDEX bearer_family ON bearer (
    substr(key, length(rtrim(key, replace(replace(key, ' ', ''), ':', ''))) + 1)
) WHERE key GLOB 'PERSON:*';
-- Made anew by the next command that writes.
DELETE FROM setting WHERE name = 'derived';
