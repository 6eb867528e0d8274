-- What changed on a person's account, and by whom: their recent activity shows it beside the sign-ins.
CREATE TABLE account_changes (
    id text PRIMARY KEY,
    user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    created_at bigint NOT NULL,
    change text NOT NULL,
    changed_by text NOT NULL,
    name text,
    previous_name text,
    count bigint,
    until_at bigint,
    client_address text,
    correlation_id text NOT NULL
);
CREATE INDEX account_changes_of_user ON account_changes (user_id, id);
CREATE INDEX account_changes_by_age ON account_changes (created_at);
