-- What a reader puts right at one place of one article: what a cue weighs there, and of what kind
-- a paragraph is. The article's own blocks stay as they were imported.

CREATE TABLE cues (
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  part       INTEGER NOT NULL, -- 0: the title, 1: the text
  first      INTEGER NOT NULL, -- byte of that part
  after      INTEGER NOT NULL, -- byte after the last
  axis       TEXT NOT NULL,
  weight     REAL NOT NULL,    -- 0 is: no cue here
  words      TEXT NOT NULL,    -- that stand there
  PRIMARY KEY (article_id, part, first, after, axis)
) STRICT, WITHOUT ROWID;

CREATE TABLE kinds (
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  first      INTEGER NOT NULL, -- byte of the text
  after      INTEGER NOT NULL, -- byte after the last
  kind       TEXT NOT NULL,    -- of block
  PRIMARY KEY (article_id, first, after)
) STRICT, WITHOUT ROWID;
