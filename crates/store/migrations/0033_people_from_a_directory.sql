-- Where a person comes from, if that is not this service: the name of the source, and their id in it, which never changes.
ALTER TABLE users ADD COLUMN source text;
ALTER TABLE users ADD COLUMN source_id text;
-- The office phone as the source last gave it: what somebody set here since stays until it changes there.
ALTER TABLE users ADD COLUMN source_phone text;
CREATE UNIQUE INDEX users_of_source ON users (source, source_id) WHERE source_id IS NOT NULL;

-- Runs of the synchronisation with a source, each with its end.
CREATE TABLE directory_runs (
    id text PRIMARY KEY,
    source text NOT NULL,
    started_at bigint NOT NULL,
    finished_at bigint NOT NULL,
    -- done, stopped or failed
    result text NOT NULL,
    -- Why it stopped or failed.
    detail text,
    people bigint NOT NULL,
    added bigint NOT NULL,
    changed bigint NOT NULL,
    blocked bigint NOT NULL,
    unblocked bigint NOT NULL,
    refused bigint NOT NULL,
    -- Who was refused, and why: JSON, the first hundred.
    refusals text NOT NULL,
    node text NOT NULL
);

-- Jobs that one process does at a time. The database's clock counts, and the number rises with every other owner.
CREATE TABLE leases (
    name text PRIMARY KEY,
    owner text NOT NULL,
    epoch bigint NOT NULL,
    held_until bigint NOT NULL
);
