-- Callers whom the help desk verifies: what is asked on which phone, for whom, and what came of it.
CREATE TABLE caller_verifications (
    id text PRIMARY KEY,
    user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    -- Who talks to the caller.
    agent text NOT NULL,
    agent_name text NOT NULL,
    -- What is going to be done; words apart by spaces.
    acts text NOT NULL,
    way text NOT NULL,
    -- The device's name, or the masked number.
    target text NOT NULL,
    -- The two digits that a notification or a call waits for; empty for the other ways.
    number text NOT NULL,
    asked_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    state text NOT NULL,
    settled_at bigint
);
CREATE INDEX caller_verifications_of_user ON caller_verifications (user_id, agent);
CREATE INDEX caller_verifications_of_agent ON caller_verifications (agent, state);

-- Whether the caller was verified before an action; null where that was not demanded.
ALTER TABLE admin_actions ADD COLUMN caller_check text;
