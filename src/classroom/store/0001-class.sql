-- Both SQLite and PostgreSQL read this. Times are milliseconds since 1970 UTC, identities 53 bits drawn by chance, truth values
-- 0 and 1. Everything is BIGINT or TEXT.

CREATE TABLE classes (
    id BIGINT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    keep_days BIGINT,
    secret TEXT NOT NULL,
    created BIGINT NOT NULL
);

CREATE TABLE instructors (
    class BIGINT NOT NULL REFERENCES classes (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    password TEXT,
    PRIMARY KEY (class, name)
);

CREATE TABLE people (
    id BIGINT PRIMARY KEY,
    class BIGINT NOT NULL REFERENCES classes (id) ON DELETE CASCADE,
    name TEXT,
    pseudonym TEXT NOT NULL,
    number TEXT,
    created BIGINT NOT NULL,
    UNIQUE (class, pseudonym),
    UNIQUE (class, number)
);

CREATE TABLE seats (
    id BIGINT PRIMARY KEY,
    class BIGINT NOT NULL REFERENCES classes (id) ON DELETE CASCADE,
    person BIGINT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    locked BIGINT NOT NULL,
    created BIGINT NOT NULL,
    seen BIGINT NOT NULL
);
CREATE INDEX seats_of_class ON seats (class);
CREATE INDEX seats_of_person ON seats (person);

CREATE TABLE tokens (
    hash TEXT PRIMARY KEY,
    class BIGINT NOT NULL REFERENCES classes (id) ON DELETE CASCADE,
    seat BIGINT REFERENCES seats (id) ON DELETE CASCADE,
    instructor TEXT,
    once BIGINT NOT NULL,
    until BIGINT NOT NULL
);
CREATE INDEX tokens_by_time ON tokens (until);
CREATE INDEX tokens_of_seat ON tokens (seat);

CREATE TABLE scenarios (
    hash TEXT PRIMARY KEY,
    id TEXT NOT NULL,
    files TEXT NOT NULL
);

CREATE TABLE assignments (
    id BIGINT PRIMARY KEY,
    class BIGINT NOT NULL REFERENCES classes (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    paper TEXT NOT NULL,
    paper_hash TEXT NOT NULL,
    state TEXT NOT NULL,
    opens BIGINT,
    closes BIGINT,
    created BIGINT NOT NULL
);
CREATE INDEX assignments_of_class ON assignments (class);

CREATE TABLE grants (
    assignment BIGINT NOT NULL REFERENCES assignments (id) ON DELETE CASCADE,
    person BIGINT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    untimed BIGINT NOT NULL,
    more_minutes BIGINT NOT NULL,
    more_attempts BIGINT NOT NULL,
    PRIMARY KEY (assignment, person)
);

CREATE TABLE attempts (
    id BIGINT PRIMARY KEY,
    class BIGINT NOT NULL REFERENCES classes (id) ON DELETE CASCADE,
    -- 0: practice that nobody assigned.
    assignment BIGINT NOT NULL,
    item BIGINT NOT NULL,
    scenario TEXT NOT NULL,
    person BIGINT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    seat BIGINT,
    number BIGINT NOT NULL,
    state TEXT NOT NULL,
    origin TEXT NOT NULL,
    -- Steps that are in the table below: the next has this number.
    steps BIGINT NOT NULL,
    started BIGINT NOT NULL,
    seen BIGINT NOT NULL,
    ends BIGINT,
    handed_in BIGINT,
    -- Of the whole log, as it was handed in: the same log comes in once.
    digest TEXT,
    -- Of its first line: two logs that share it and part later are copies of one sitting.
    head TEXT NOT NULL,
    seal TEXT,
    findings TEXT,
    summary TEXT,
    -- Of the summary, to be counted without reading it.
    total BIGINT,
    standing TEXT,
    UNIQUE (class, digest),
    UNIQUE (person, assignment, item, number)
);
CREATE INDEX attempts_of_class ON attempts (class, assignment);

CREATE TABLE steps (
    attempt BIGINT NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    lines TEXT NOT NULL,
    PRIMARY KEY (attempt, number)
);

CREATE TABLE ratings (
    attempt BIGINT NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
    rater TEXT NOT NULL,
    criterion TEXT NOT NULL,
    level BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (attempt, rater, criterion)
);

-- Whoever has seen the machine's numbers of an attempt does not rate it blind any more.
CREATE TABLE looks (
    attempt BIGINT NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
    rater TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (attempt, rater)
);

CREATE TABLE overrides (
    attempt BIGINT NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    who TEXT NOT NULL,
    reason TEXT NOT NULL,
    total BIGINT,
    passed BIGINT,
    at BIGINT NOT NULL,
    PRIMARY KEY (attempt, number)
);
