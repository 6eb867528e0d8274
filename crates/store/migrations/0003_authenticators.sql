-- Devices that approve sign-ins, from the activation code to their use.
CREATE TABLE authenticators (
    id text PRIMARY KEY,
    user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    -- The session that set it up.
    session_id text NOT NULL,
    display_name text NOT NULL,
    platform text NOT NULL,
    -- Keyed hash of the activation code.
    activation_hash text NOT NULL UNIQUE,
    activation_expires_at bigint NOT NULL,
    -- When a device used the code, and that device's Ed25519 key in base64url.
    activated_at bigint,
    public_key text,
    -- When its first request was approved: it counts from then on.
    verified_at bigint,
    -- The app that gives way when it is verified.
    replaces text,
    created_at bigint NOT NULL,
    last_used_at bigint,
    provisional_for text REFERENCES sessions (id) ON DELETE CASCADE
);
CREATE INDEX authenticators_of_user ON authenticators (user_id);

-- The codes of such a device are those of an app; they live and end with the device.
ALTER TABLE software_oaths ADD COLUMN device_id text REFERENCES authenticators (id) ON DELETE CASCADE;

-- Set for the sessions of devices. No reference: a device that is gone must still be recognised as such.
ALTER TABLE sessions ADD COLUMN device_id text;

-- Requests to approve. The first outcome is the last one.
CREATE TABLE approvals (
    id text PRIMARY KEY,
    user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    -- The one device that is asked; null asks all of the person's.
    device_id text REFERENCES authenticators (id) ON DELETE CASCADE,
    -- 'sign_in' or 'test'.
    purpose text NOT NULL,
    -- The auth session's hash, or the device's id.
    context text NOT NULL,
    -- The two digits of the sign-in screen.
    number text NOT NULL,
    application text NOT NULL,
    client_address text,
    correlation_id text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    outcome text,
    decided_by text,
    decided_at bigint,
    -- The sign-in went through on it.
    taken_at bigint
);
CREATE INDEX approvals_of_user ON approvals (user_id, created_at);
CREATE INDEX approvals_of_context ON approvals (context);

-- Assertions of devices that were used, until they would be too old anyway.
CREATE TABLE used_assertions (
    hash text PRIMARY KEY,
    expires_at bigint NOT NULL
);
