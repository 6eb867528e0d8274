-- Hardware tokens: what the organisation owns, and apart from it what a person has added to their account.

CREATE TABLE hardware_oath_devices (
    id text PRIMARY KEY,
    serial_number text NOT NULL,
    -- The serial number in lower case: two tokens never differ by case alone.
    serial_key text NOT NULL UNIQUE,
    manufacturer text NOT NULL,
    model text NOT NULL,
    -- Whom the organisation gave it to. Nobody: whoever holds it may add it.
    assigned_to text REFERENCES users (id) ON DELETE SET NULL,
    -- Encrypted under a server key, bound to this row's id.
    seed text NOT NULL,
    algorithm text NOT NULL,
    digits bigint NOT NULL,
    -- Seconds; null for a token that counts.
    period bigint,
    -- The step (or counter) of the last accepted code; only ever moves forward, whoever has the token.
    last_step bigint NOT NULL,
    -- Steps that its clock is known to be ahead, and how much of that was proven by activation or two codes in a row.
    drift bigint NOT NULL,
    synced_drift bigint NOT NULL,
    -- The step of a code that was right and too far off; -1 for none. The code after it resynchronises.
    far_step bigint NOT NULL,
    valid_from bigint,
    valid_until bigint,
    -- The last activation that failed, until one succeeds.
    failed_at bigint,
    created_at bigint NOT NULL
);
CREATE INDEX hardware_oath_devices_assigned ON hardware_oath_devices (assigned_to);

CREATE TABLE hardware_oaths (
    id text PRIMARY KEY,
    device_id text NOT NULL REFERENCES hardware_oath_devices (id) ON DELETE CASCADE,
    user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    display_name text NOT NULL,
    activated_at bigint NOT NULL,
    last_used_at bigint,
    provisional_for text REFERENCES sessions (id) ON DELETE CASCADE
);
CREATE INDEX hardware_oaths_of_user ON hardware_oaths (user_id);
CREATE UNIQUE INDEX hardware_oaths_one_per_device ON hardware_oaths (device_id) WHERE provisional_for IS NULL;
CREATE UNIQUE INDEX hardware_oaths_one_per_device_provisional ON hardware_oaths (device_id)
    WHERE provisional_for IS NOT NULL;
