-- Where a person is written to, and in which language.
ALTER TABLE users ADD COLUMN mail text;
-- As the organisation set it; a BCP 47 tag.
ALTER TABLE users ADD COLUMN preferred_language text;
-- In which they last used Proofup.
ALTER TABLE users ADD COLUMN seen_language text;
-- A mail server refused the address for good: when, and what it answered.
ALTER TABLE users ADD COLUMN mail_refused_at bigint;
ALTER TABLE users ADD COLUMN mail_refused_answer text;

-- What people and the organisation's own systems are told, queued in the transaction of the event. A row is handed over at least once.
CREATE TABLE notices (
    -- Time-ordered (UUID version 7).
    id text PRIMARY KEY,
    user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    event text NOT NULL,
    -- mail, text or webhook
    channel text NOT NULL,
    -- An address or a number; empty for the webhook.
    recipient text NOT NULL,
    language text NOT NULL,
    params text NOT NULL,
    -- The same at every try.
    message_id text NOT NULL,
    created_at bigint NOT NULL,
    due_at bigint NOT NULL,
    gives_up_at bigint NOT NULL,
    -- The process that is handing it over, and until when nobody else does.
    owner text,
    lease_until bigint NOT NULL,
    tries bigint NOT NULL,
    -- 1 while the configuration of this service is at fault: it waits, and is not given up.
    held bigint NOT NULL,
    last_error text,
    done_at bigint,
    -- sent, refused or expired
    outcome text
);
CREATE INDEX notices_waiting ON notices (channel, due_at) WHERE done_at IS NULL;
CREATE INDEX notices_of_user ON notices (user_id, created_at);
