-- Calls to phones. A call's whole state is here, so that any node can take the gateway's next word about it.
CREATE TABLE phone_calls (
    id text PRIMARY KEY,
    user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    -- 'sign_in' or 'verification': of one purpose the newest call alone counts.
    purpose text NOT NULL,
    -- The auth session's hash, or the verification's id.
    context text NOT NULL,
    -- The phone's id at sign-in.
    phone_id text,
    phone_type text NOT NULL,
    number text NOT NULL,
    language text NOT NULL,
    state text NOT NULL,
    -- Keys pressed since the last prompt.
    pressed text NOT NULL,
    -- Prompts spoken so far: a key press answers one of them and no other.
    prompts bigint NOT NULL,
    placed_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    polled_at bigint NOT NULL,
    -- Where the sign-in came from: what happens on the phone is logged beside it.
    client_address text,
    correlation_id text NOT NULL
);
CREATE INDEX phone_calls_of_context ON phone_calls (context);
CREATE INDEX phone_calls_of_user ON phone_calls (user_id, purpose);

-- Signatures of gateways that were accepted once and are refused a second time.
CREATE TABLE seen_signatures (
    signature text PRIMARY KEY,
    seen_at bigint NOT NULL
);

-- For replies to texts: which number a code went to, and when the right reply came from it.
ALTER TABLE text_codes ADD COLUMN number text;
ALTER TABLE text_codes ADD COLUMN replied_at bigint;

-- 'sms' or 'voice'; rows without it are texts.
ALTER TABLE verifications ADD COLUMN verify_by text;
