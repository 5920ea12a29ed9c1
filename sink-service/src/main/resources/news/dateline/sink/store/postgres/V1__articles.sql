-- The current state of every article that was not taken down. Written by the sink alone; anyone may read it.
CREATE TABLE articles (
    -- Compared byte by byte: ids are no words of a language, and pages are walked in their order.
    article_id        text COLLATE "C" PRIMARY KEY,
    -- Rises with each newer text of the article; a lower one never overwrites.
    revision          bigint NOT NULL,
    -- usable or withheld (without text and labels).
    status            text NOT NULL CHECK (status IN ('usable', 'withheld')),
    source_name       text NOT NULL,
    source_article_id text,
    url               text,
    headline          text NOT NULL,
    -- Language code of ISO 639, lower case, without region.
    language          text,
    -- Lower case, for look-up; "article" has the names as people read them, with their scores.
    sections          text[] NOT NULL,
    -- Lower case, for look-up: both the tags and the ids of the rules that gave them.
    tags              text[] NOT NULL,
    duplicate_of      text,
    -- The source's clock; the four below are ours.
    published_at      timestamptz,
    received_at       timestamptz NOT NULL,
    enriched_at       timestamptz NOT NULL,
    stored_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- What articles are ordered and filtered by.
    dated_at          timestamptz NOT NULL GENERATED ALWAYS AS (coalesce(published_at, received_at)) STORED,
    -- The value of news.articles.enriched.
    article           jsonb NOT NULL,
    -- The text-search configuration that made "words"; a query must be made with the same one.
    indexed_as        text NOT NULL,
    -- Headline (weight A), summary (B) and the beginning of the body (C).
    words             tsvector NOT NULL
);

CREATE INDEX articles_newest ON articles (dated_at DESC, article_id DESC) WHERE status = 'usable';
CREATE INDEX articles_words ON articles USING gin (words);
CREATE INDEX articles_sections ON articles USING gin (sections);
CREATE INDEX articles_tags ON articles USING gin (tags);
CREATE INDEX articles_indexed_as ON articles (indexed_as);
CREATE INDEX articles_language ON articles (language);
CREATE INDEX articles_source ON articles (lower(source_name));
CREATE INDEX articles_duplicate ON articles (duplicate_of);
