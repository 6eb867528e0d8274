-- Portable on purpose: text and bigint only, times are Unix milliseconds, truth is 0 or 1. See docs/adr/0001.

CREATE TABLE settings (
    key text PRIMARY KEY,
    value text NOT NULL
);

CREATE TABLE users (
    id text PRIMARY KEY,
    upn text NOT NULL UNIQUE,
    display_name text NOT NULL,
    password_hash text,
    administrator bigint NOT NULL,
    blocked bigint NOT NULL,
    mfa_state text NOT NULL,
    reregistration_required bigint NOT NULL,
    preferred_method text,
    -- Moved on by every change of security info: wakes event streams, and its row lock puts such changes in a row.
    changes bigint NOT NULL,
    created_at bigint NOT NULL
);

-- A signed-in session: the family of all tokens that come from one sign-in.
CREATE TABLE sessions (
    id text PRIMARY KEY,
    user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    scope text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    ended_at bigint
);
CREATE INDEX sessions_of_user ON sessions (user_id);

CREATE TABLE access_tokens (
    hash text PRIMARY KEY,
    session_id text NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    expires_at bigint NOT NULL
);
CREATE INDEX access_tokens_of_session ON access_tokens (session_id);

CREATE TABLE refresh_tokens (
    hash text PRIMARY KEY,
    session_id text NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    issued_at bigint NOT NULL,
    used_at bigint
);
CREATE INDEX refresh_tokens_of_session ON refresh_tokens (session_id);

CREATE TABLE authorization_codes (
    hash text PRIMARY KEY,
    user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    scope text NOT NULL,
    code_challenge text NOT NULL,
    expires_at bigint NOT NULL,
    used_at bigint,
    session_id text
);

-- A sign-in whose password was right and whose second step is owed.
CREATE TABLE auth_sessions (
    hash text PRIMARY KEY,
    user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    code_challenge text NOT NULL,
    started_method text,
    wrong_codes bigint NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    finished_at bigint
);

CREATE TABLE phones (
    id text PRIMARY KEY,
    user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    phone_type text NOT NULL,
    number text NOT NULL,
    read_only bigint NOT NULL,
    created_at bigint NOT NULL,
    last_used_at bigint,
    -- Verified under a registration that is not complete: real to that session alone.
    provisional_for text REFERENCES sessions (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX phones_one_per_type ON phones (user_id, phone_type) WHERE provisional_for IS NULL;
CREATE UNIQUE INDEX phones_one_per_type_provisional ON phones (provisional_for, phone_type)
    WHERE provisional_for IS NOT NULL;

CREATE TABLE software_oaths (
    id text PRIMARY KEY,
    user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    session_id text NOT NULL,
    display_name text NOT NULL,
    -- Encrypted under a server key, bound to this row's id.
    seed text NOT NULL,
    -- The step of the last accepted code, -1 before the first; only ever moves forward.
    last_step bigint NOT NULL,
    -- Steps that the app's clock is known to be ahead.
    drift bigint NOT NULL,
    wrong_codes bigint NOT NULL,
    created_at bigint NOT NULL,
    -- A set-up that is not activated by then is forgotten.
    set_up_expires_at bigint NOT NULL,
    activated_at bigint,
    last_used_at bigint,
    provisional_for text REFERENCES sessions (id) ON DELETE CASCADE
);
CREATE INDEX software_oaths_of_user ON software_oaths (user_id);

-- A number on its way to becoming a phone.
CREATE TABLE verifications (
    id text PRIMARY KEY,
    user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    session_id text NOT NULL,
    phone_type text NOT NULL,
    number text NOT NULL,
    -- The phone whose number it will replace.
    phone_id text,
    created_at bigint NOT NULL
);

CREATE TABLE text_codes (
    id text PRIMARY KEY,
    user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    -- 'sign_in' or 'verification': codes of one purpose supersede each other.
    purpose text NOT NULL,
    -- The auth session's hash, or the verification's id.
    context text NOT NULL,
    -- The phone's id at sign-in.
    phone_id text,
    mac text NOT NULL,
    sent_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    tries bigint NOT NULL,
    used_at bigint,
    superseded_at bigint
);
CREATE INDEX text_codes_of_user ON text_codes (user_id, purpose, sent_at);

CREATE TABLE app_passwords (
    id text PRIMARY KEY,
    user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    display_name text NOT NULL,
    name_key text NOT NULL,
    -- Keyed hash of the secret; the one indexed lookup finds the row by it.
    mac text NOT NULL UNIQUE,
    -- Which server key made it.
    key_number bigint NOT NULL,
    protocols text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint,
    last_used_at bigint,
    last_used_from text,
    UNIQUE (user_id, name_key)
);

CREATE TABLE trusted_devices (
    id text PRIMARY KEY,
    user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    hash text NOT NULL UNIQUE,
    display_name text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL
);
CREATE INDEX trusted_devices_of_user ON trusted_devices (user_id);

-- Guesses and texts, counted per subject in a window that starts with the first.
CREATE TABLE attempt_counters (
    subject text PRIMARY KEY,
    window_started_at bigint NOT NULL,
    attempts bigint NOT NULL,
    locked_until bigint NOT NULL
);

-- Append-only: no statement of this service changes or deletes a row, so nothing refers to users by key.
CREATE TABLE sign_ins (
    id text PRIMARY KEY,
    user_id text,
    user_name text,
    created_at bigint NOT NULL,
    duration_ms bigint NOT NULL,
    authentication_mode text NOT NULL,
    detail text,
    result text NOT NULL,
    denial_reason text,
    application text NOT NULL,
    protocol text NOT NULL,
    client_address text,
    client_device text,
    app_password_id text,
    server_name text NOT NULL,
    correlation_id text NOT NULL
);
CREATE INDEX sign_ins_of_user ON sign_ins (user_id, id);
