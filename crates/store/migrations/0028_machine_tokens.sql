-- Tokens of programs: what they reach, until when, and the keyed hash of the secret.
CREATE TABLE machine_tokens (
    id text PRIMARY KEY,
    display_name text NOT NULL,
    -- The name in lower case: two tokens never differ by case alone.
    name_key text NOT NULL UNIQUE,
    mac text NOT NULL UNIQUE,
    key_number bigint NOT NULL,
    -- Words apart by spaces.
    scopes text NOT NULL,
    created_by text NOT NULL,
    -- The administrator who made it: it works while they are one. Null for the command line.
    maker_id text REFERENCES users (id) ON DELETE CASCADE,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    last_used_at bigint,
    last_used_from text
);
CREATE INDEX machine_tokens_of_maker ON machine_tokens (maker_id);
