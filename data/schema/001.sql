-- The first schema. A released step is never changed: add another one.
--
-- Times are seconds since 1970, UTC. Dates of articles are as the article had them, ISO 8601,
-- as precise as they were. Texts are valid UTF-8; offsets are bytes.

PRAGMA application_id = 1346458200; -- "PARX"

CREATE TABLE sources (
  id   INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE               -- '' is: not known
) STRICT;

-- What lists show; the texts are kept apart so that a list does not wade through them.
CREATE TABLE articles (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  source_id INTEGER NOT NULL REFERENCES sources (id),
  name      TEXT,             -- the id that the article came with
  title     TEXT,
  byline    TEXT,
  agency    TEXT,
  date      TEXT,
  updated   TEXT,
  url       TEXT,
  language  TEXT,
  n_words   INTEGER NOT NULL, -- of the blocks that are read
  digest    BLOB NOT NULL,    -- first 16 bytes of SHA-256 of the text, or of the title if that is empty
  added     INTEGER NOT NULL, -- when it came into the corpus
  revision  INTEGER NOT NULL DEFAULT 0, -- counts changes; a reading is of one revision
  UNIQUE (source_id, digest)
) STRICT;

-- Covers a list of articles in its order.
CREATE INDEX articles_listed ON articles (source_id, date, title, byline, n_words, revision);

CREATE TABLE texts (
  article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  text       TEXT NOT NULL,
  blocks     TEXT NOT NULL    -- a line for each block: kind, first byte, byte after the last
) STRICT;

-- Full text search over titles and texts. The program keeps it in step; triggers that write to a
-- virtual table would need a trusted schema, which a file from anywhere is not.
CREATE VIEW searchable AS
  SELECT articles.id AS id, articles.title AS title, texts.text AS text
  FROM articles JOIN texts ON texts.article_id = articles.id;

CREATE VIRTUAL TABLE search USING fts5 (
  title, text,
  content = 'searchable', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2'
);

-- Readings are a cache: what an article's sentences carry, by the lexicon they were read with and
-- the code that read them.
CREATE TABLE lexicons (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  digest TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE readings (
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  lexicon_id INTEGER NOT NULL REFERENCES lexicons (id),
  revision   INTEGER NOT NULL,
  evidence   BLOB NOT NULL,
  PRIMARY KEY (article_id, lexicon_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
