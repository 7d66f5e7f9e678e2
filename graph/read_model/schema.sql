-- The read model: what questions are asked of, derived from the store.
-- Nothing lives here alone; the file may be deleted and is built again.
-- Dates are integers, year * 10000 + month * 100 + day; 0 is "not known".

CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE outlet (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  claims INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE article (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  outlet INTEGER NOT NULL,             -- 0: neither publisher nor address known
  cluster TEXT NOT NULL,               -- the id of the first article of its copies
  published INTEGER NOT NULL,
  changed INTEGER NOT NULL,            -- the read model's count of changes by then
  reference TEXT NOT NULL              -- ArticleRef as JSON
);

CREATE TABLE agent (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT,                           -- NULL: only seen as one represented
  claims INTEGER NOT NULL DEFAULT 0    -- how many it speaks; the planner reads it
);

CREATE TABLE topic (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  claims INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE broader (                 -- the SKOS scheme, by concept id
  broader TEXT NOT NULL,
  narrower TEXT NOT NULL,
  PRIMARY KEY (broader, narrower)
) WITHOUT ROWID;

CREATE TABLE represents (              -- one row for each article that says so
  principal INTEGER NOT NULL,
  agent INTEGER NOT NULL,
  article INTEGER NOT NULL,
  PRIMARY KEY (principal, agent, article)
) WITHOUT ROWID;

CREATE TABLE name (                    -- every way an agent or topic is written
  key INTEGER PRIMARY KEY,
  slug TEXT NOT NULL,
  kind TEXT NOT NULL,                  -- 'agent' or 'topic'
  owner TEXT NOT NULL,                 -- the id of the agent or topic
  UNIQUE (kind, slug, owner)
);

CREATE TABLE also (                    -- names and ids that another agent or topic took
  kind TEXT NOT NULL,
  slug TEXT NOT NULL,
  owner TEXT NOT NULL,
  PRIMARY KEY (kind, slug, owner)
) WITHOUT ROWID;

CREATE VIRTUAL TABLE name_text USING fts5 (
  name, content = '', prefix = '2 3', tokenize = "unicode61 remove_diacritics 2"
);

CREATE TABLE extractor (
  key INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  UNIQUE (name, version)
);

CREATE TABLE claim (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  article INTEGER NOT NULL,
  outlet INTEGER NOT NULL,
  speaker INTEGER NOT NULL,
  addressee INTEGER,
  target INTEGER,
  stance INTEGER NOT NULL,             -- position in ontology.stances.Stance
  polarity INTEGER NOT NULL,           -- 1, -1 or 0
  quote INTEGER NOT NULL,              -- position in ontology.claim.QuoteType
  modality INTEGER NOT NULL,           -- one bit for each Modality, in order
  basis INTEGER NOT NULL,              -- position in ontology.claim.DateBasis
  precision INTEGER NOT NULL,          -- position in graph.dates.Precision
  day INTEGER NOT NULL,                -- what sorts: earliest, else latest, else 0
  earliest INTEGER NOT NULL,
  latest INTEGER NOT NULL,
  month_day INTEGER NOT NULL,          -- month * 100 + day, also without a year
  confidence REAL NOT NULL,
  wording INTEGER NOT NULL,            -- hash of the content's words, in order
  extractor INTEGER NOT NULL
);

CREATE TABLE term (                    -- how many claims have each closed value
  key INTEGER PRIMARY KEY,             -- graph.read_model.tallies.term_key
  claims INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE span (                    -- how many claims have each pair of days
  earliest INTEGER NOT NULL,
  latest INTEGER NOT NULL,
  claims INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (earliest, latest)
) WITHOUT ROWID;

CREATE TABLE claim_topic (             -- with the speaker: most questions name both
  topic INTEGER NOT NULL,
  speaker INTEGER NOT NULL,
  claim INTEGER NOT NULL,
  PRIMARY KEY (topic, speaker, claim)
) WITHOUT ROWID;

CREATE TABLE reported (                -- a claim whose cue stands in another's content
  inner_claim INTEGER NOT NULL,
  outer_claim INTEGER NOT NULL,
  PRIMARY KEY (inner_claim, outer_claim)
) WITHOUT ROWID;

CREATE TABLE record (                  -- the claim without id and article, packed
  claim INTEGER PRIMARY KEY,
  packed BLOB NOT NULL
);

CREATE TABLE copy (                    -- a claim again, in another copy of its article
  key INTEGER PRIMARY KEY,
  claim INTEGER NOT NULL,              -- the one that counts
  id TEXT NOT NULL,
  article INTEGER NOT NULL,
  outlet INTEGER NOT NULL,
  packed BLOB NOT NULL
);

CREATE VIRTUAL TABLE claim_text USING fts5 (
  content, role, content = '', tokenize = "unicode61 remove_diacritics 2"
);
