-- When the person of a session last did a second step in it; null if they never did.
ALTER TABLE sessions ADD COLUMN second_step_at bigint;
ALTER TABLE authorization_codes ADD COLUMN second_step_at bigint;
-- The session that this second step makes fresh again; null for a sign-in.
ALTER TABLE auth_sessions ADD COLUMN stepped_up_session text;

-- Until when a person is blocked, 0 if they are not: read at every sign-in and for every token.
ALTER TABLE users ADD COLUMN blocked_until bigint NOT NULL DEFAULT 0;
ALTER TABLE users DROP COLUMN blocked;

-- Every block there ever was, with its end.
CREATE TABLE blocks (
    id text PRIMARY KEY,
    user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    cause text NOT NULL,
    reason text NOT NULL,
    blocked_by text NOT NULL,
    blocked_at bigint NOT NULL,
    ends_at bigint NOT NULL,
    lifted_by text,
    lifted_at bigint,
    lift_reason text
);
CREATE INDEX blocks_of_user ON blocks (user_id, id);

CREATE TABLE bypasses (
    id text PRIMARY KEY,
    user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    reason text NOT NULL,
    created_by text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    -- Set by the first sign-in, with or without its help.
    ended_at bigint
);
CREATE INDEX bypasses_of_user ON bypasses (user_id, expires_at);

-- Append-only, like the sign-in log: nothing refers to users by key.
CREATE TABLE admin_actions (
    id text PRIMARY KEY,
    created_at bigint NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    subject text,
    detail text,
    reason text,
    client_address text,
    correlation_id text NOT NULL
);
CREATE INDEX admin_actions_of_subject ON admin_actions (subject, id);
