-- From format 1 to 2: actions that can be undone, names as they were read.

CREATE TABLE action (
    number INTEGER NOT NULL, kept INTEGER NOT NULL, verdict TEXT NOT NULL, "left" TEXT NOT NULL,
    "right" TEXT NOT NULL, PRIMARY KEY (number, kept, verdict, "left", "right")
) WITHOUT ROWID;
-- Who bears which name is derived: made anew by the next command that writes.
DROP TABLE bearer;
CREATE TABLE bearer (
    article TEXT NOT NULL, referent INTEGER NOT NULL, key TEXT NOT NULL, slot TEXT NOT NULL,
    PRIMARY KEY (article, referent)
) WITHOUT ROWID;
CREATE INDEX bearer_slot ON bearer (slot, article);
CREATE INDEX bearer_key ON bearer (key, article);
DELETE FROM setting WHERE name = 'derived';
