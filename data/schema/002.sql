-- What a reader puts right: whom a name stands for, and who speaks a stretch of a text.

CREATE TABLE aliases (
  name   TEXT PRIMARY KEY, -- as it stands in texts
  target TEXT NOT NULL     -- whom it is taken for
) STRICT, WITHOUT ROWID;

CREATE TABLE speakers (
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  first      INTEGER NOT NULL, -- byte of the text
  after      INTEGER NOT NULL, -- byte after the last
  name       TEXT NOT NULL,    -- '' is: the reporter
  PRIMARY KEY (article_id, first, after)
) STRICT, WITHOUT ROWID;
