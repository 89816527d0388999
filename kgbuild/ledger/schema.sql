-- The ledger: what was read and judged, and, derived from it, the rows of the graph.

CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- The truth.
CREATE TABLE article (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, text TEXT NOT NULL, published TEXT,
    publisher TEXT, url TEXT, language TEXT NOT NULL
);
-- Every version that a key has ever had, and the one it has now.
CREATE TABLE version (
    key TEXT NOT NULL, article TEXT NOT NULL, PRIMARY KEY (key, article)
) WITHOUT ROWID;
CREATE INDEX version_article ON version (article);
CREATE TABLE source (key TEXT PRIMARY KEY, article TEXT NOT NULL, given TEXT) WITHOUT ROWID;
CREATE INDEX source_article ON source (article);
CREATE INDEX source_given ON source (given);
-- The last part of a key (articles.py).
CREATE INDEX source_file ON source (
    substr(rtrim(key, '/'), length(rtrim(rtrim(key, '/'), replace(rtrim(key, '/'), '/', ''))) + 1)
);
CREATE TABLE reading (article TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, data TEXT NOT NULL);
CREATE INDEX reading_fingerprint ON reading (fingerprint, article);
CREATE TABLE judgement (
    verdict TEXT NOT NULL, "left" TEXT NOT NULL, "right" TEXT NOT NULL,
    PRIMARY KEY (verdict, "left", "right")
) WITHOUT ROWID;
CREATE INDEX judgement_left ON judgement ("left");
CREATE INDEX judgement_right ON judgement ("right");
-- What each command of the user said (kept = 1) and took back (0), so that it can be undone.
CREATE TABLE action (
    number INTEGER NOT NULL, kept INTEGER NOT NULL, verdict TEXT NOT NULL, "left" TEXT NOT NULL,
    "right" TEXT NOT NULL, PRIMARY KEY (number, kept, verdict, "left", "right")
) WITHOUT ROWID;

-- Derived: who bears which name: its key as it was read, and the slot that it is joined by
-- (resolve/slots.py).
CREATE TABLE bearer (
    article TEXT NOT NULL, referent INTEGER NOT NULL, key TEXT NOT NULL, slot TEXT NOT NULL,
    PRIMARY KEY (article, referent)
) WITHOUT ROWID;
CREATE INDEX bearer_slot ON bearer (slot, article);
CREATE INDEX bearer_key ON bearer (key, article);
-- Persons by family name, the last word of their key (families.py).
CREATE INDEX bearer_family ON bearer (
    substr(key, length(rtrim(key, replace(replace(key, ' ', ''), ':', ''))) + 1)
) WHERE key GLOB 'PERSON:*';
CREATE TABLE equation (
    "left" TEXT NOT NULL, "right" TEXT NOT NULL, article TEXT NOT NULL,
    PRIMARY KEY ("left", "right", article)
) WITHOUT ROWID;
CREATE INDEX equation_right ON equation ("right", "left");
CREATE INDEX equation_article ON equation (article);
-- The keys, as they were read, of names that an article equates with another.
CREATE TABLE equated (key TEXT NOT NULL, article TEXT NOT NULL, PRIMARY KEY (key, article))
    WITHOUT ROWID;
CREATE INDEX equated_article ON equated (article);
CREATE TABLE name (
    slot TEXT NOT NULL, name TEXT NOT NULL, best INTEGER NOT NULL, uses INTEGER NOT NULL,
    PRIMARY KEY (slot, name)
) WITHOUT ROWID;
CREATE TABLE member (slot TEXT PRIMARY KEY, entity TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX member_entity ON member (entity);
CREATE TABLE spelling (folded TEXT NOT NULL, entity TEXT NOT NULL, PRIMARY KEY (folded, entity))
    WITHOUT ROWID;
CREATE INDEX spelling_entity ON spelling (entity);

-- Derived: the rows of the graph (projection.py), each with the revision of its last change.
CREATE TABLE row_article (id TEXT PRIMARY KEY, revision INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX row_article_revision ON row_article (revision);
CREATE TABLE row_entity (
    id TEXT PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL, aliases TEXT NOT NULL,
    mentions INTEGER NOT NULL, articles INTEGER NOT NULL, country TEXT, region TEXT,
    geonames INTEGER, latitude REAL, longitude REAL, revision INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX row_entity_revision ON row_entity (revision);
CREATE TABLE row_mention (
    entity TEXT NOT NULL, article TEXT NOT NULL, mentions INTEGER NOT NULL,
    revision INTEGER NOT NULL, PRIMARY KEY (entity, article)
) WITHOUT ROWID;
CREATE INDEX row_mention_article ON row_mention (article);
CREATE INDEX row_mention_revision ON row_mention (revision);
CREATE TABLE row_statement (
    id TEXT PRIMARY KEY, article TEXT NOT NULL, subject TEXT NOT NULL, object TEXT NOT NULL,
    speaker TEXT, name TEXT NOT NULL, relation TEXT NOT NULL, status TEXT NOT NULL, role TEXT,
    verb TEXT, since TEXT, until TEXT, sentence TEXT NOT NULL, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, published TEXT, confidence REAL NOT NULL, rule TEXT NOT NULL,
    revision INTEGER NOT NULL
);
CREATE INDEX row_statement_article ON row_statement (article);
CREATE INDEX row_statement_ends ON row_statement (subject, object, relation, status);
CREATE INDEX row_statement_object ON row_statement (object);
CREATE INDEX row_statement_speaker ON row_statement (speaker);
CREATE INDEX row_statement_revision ON row_statement (revision);
CREATE TABLE row_edge (
    id TEXT PRIMARY KEY, subject TEXT NOT NULL, relation TEXT NOT NULL, object TEXT NOT NULL,
    status TEXT NOT NULL, statements INTEGER NOT NULL, articles INTEGER NOT NULL,
    first_reported TEXT, last_reported TEXT, since TEXT, until TEXT, role TEXT, verb TEXT,
    confidence REAL NOT NULL, sentence TEXT NOT NULL, source TEXT NOT NULL,
    revision INTEGER NOT NULL
);
CREATE INDEX row_edge_subject ON row_edge (subject);
CREATE INDEX row_edge_object ON row_edge (object);
CREATE INDEX row_edge_revision ON row_edge (revision);
-- Rows that were and are no more: what a store loaded earlier has to forget.
CREATE TABLE gone (
    kind TEXT NOT NULL, id TEXT NOT NULL, start TEXT NOT NULL, type TEXT,
    revision INTEGER NOT NULL, PRIMARY KEY (kind, id, start)
) WITHOUT ROWID;
CREATE INDEX gone_revision ON gone (revision);
