-- Times are milliseconds since 1970, UTC. Ids are UUID version 7 as text.
-- What a person said or wrote stands only in columns named payload or plan.

CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY,
    created_ms BIGINT NOT NULL,
    seen_ms BIGINT NOT NULL
);

CREATE TABLE sign_in (
    token_hash BLOB NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    created_ms BIGINT NOT NULL,
    seen_ms BIGINT NOT NULL
);
CREATE INDEX sign_in_person ON sign_in (person);

CREATE TABLE case_snapshot (
    case_hash TEXT NOT NULL,
    seed BIGINT NOT NULL,
    payload BLOB NOT NULL,
    written_ms BIGINT NOT NULL,
    PRIMARY KEY (case_hash, seed)
);

CREATE TABLE attempt (
    id TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    slug TEXT NOT NULL,
    case_hash TEXT NOT NULL,
    seed BIGINT NOT NULL,
    engine BIGINT NOT NULL,
    reader BIGINT NOT NULL,
    plan BLOB NOT NULL,
    created_ms BIGINT NOT NULL,
    closed_ms BIGINT,
    cause TEXT,
    rule_from TEXT REFERENCES attempt (id) ON DELETE SET NULL,
    rule_held BOOLEAN,
    CHECK ((closed_ms IS NULL) = (cause IS NULL))
);
CREATE INDEX attempt_person ON attempt (person, created_ms);
CREATE INDEX attempt_open ON attempt (created_ms) WHERE closed_ms IS NULL;
CREATE INDEX attempt_rule_from ON attempt (rule_from);
CREATE INDEX attempt_case ON attempt (case_hash, seed);

CREATE TABLE journal (
    attempt TEXT NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
    seq BIGINT NOT NULL,
    payload BLOB NOT NULL,
    written_ms BIGINT NOT NULL,
    PRIMARY KEY (attempt, seq)
);

CREATE TABLE scorecard (
    attempt TEXT NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
    version BIGINT NOT NULL,
    rubric BIGINT NOT NULL,
    payload BLOB NOT NULL,
    written_ms BIGINT NOT NULL,
    PRIMARY KEY (attempt, version)
);

CREATE TABLE correction_rule (
    attempt TEXT NOT NULL PRIMARY KEY REFERENCES attempt (id) ON DELETE CASCADE,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    payload BLOB NOT NULL,
    written_ms BIGINT NOT NULL
);
CREATE INDEX correction_rule_person ON correction_rule (person, written_ms);
