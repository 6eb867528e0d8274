-- The sign-in log in full, its seal, and what is counted for reports. See docs/adr/0004.

-- Left empty where the organisation does not keep them.
ALTER TABLE sign_ins ADD COLUMN first_name text;
ALTER TABLE sign_ins ADD COLUMN last_name text;
ALTER TABLE sign_ins ADD COLUMN email text;
ALTER TABLE sign_ins ADD COLUMN phone_number text;
ALTER TABLE sign_ins ADD COLUMN device_token text;
ALTER TABLE sign_ins ADD COLUMN server_address text;

-- An old client that comes back every minute is one row: how often, and when last. They move until the row is sealed.
ALTER TABLE sign_ins ADD COLUMN repeat_key text;
ALTER TABLE sign_ins ADD COLUMN repeats bigint NOT NULL DEFAULT 1;
ALTER TABLE sign_ins ADD COLUMN last_at bigint;

-- The signature of the node that wrote the row; empty in rows from before this migration.
ALTER TABLE sign_ins ADD COLUMN mac text;
-- The row's place in the chain, from 1, and the hash up to it; empty until it is sealed.
ALTER TABLE sign_ins ADD COLUMN seal_after bigint NOT NULL DEFAULT 0;
ALTER TABLE sign_ins ADD COLUMN seal_number bigint;
ALTER TABLE sign_ins ADD COLUMN seal_hash text;

CREATE UNIQUE INDEX sign_ins_sealed ON sign_ins (seal_number) WHERE seal_number IS NOT NULL;
CREATE INDEX sign_ins_unsealed ON sign_ins (seal_after) WHERE seal_number IS NULL;
CREATE UNIQUE INDEX sign_ins_repeated ON sign_ins (repeat_key) WHERE seal_number IS NULL;
CREATE INDEX sign_ins_by_time ON sign_ins (created_at);

-- One row: where the chain begins and ends now. Its row lock puts the nodes that seal in a row.
CREATE TABLE sign_in_chain (
    id bigint PRIMARY KEY,
    anchor_number bigint NOT NULL,
    anchor_hash text NOT NULL,
    head_number bigint NOT NULL,
    head_hash text NOT NULL,
    -- How many rows at its beginning were written before rows were signed.
    unsigned_rows bigint NOT NULL,
    mac text NOT NULL,
    turns bigint NOT NULL
);

-- A full session that went back to the wizard by its own wish, and may return.
ALTER TABLE sessions ADD COLUMN registers_anew bigint NOT NULL DEFAULT 0;

-- Texts and calls, counted as they are handed over: '2026-11', 'text', 'NL'.
CREATE TABLE phone_usage (
    month text NOT NULL,
    kind text NOT NULL,
    country text NOT NULL,
    sent bigint NOT NULL,
    failed bigint NOT NULL,
    PRIMARY KEY (month, kind, country)
);
