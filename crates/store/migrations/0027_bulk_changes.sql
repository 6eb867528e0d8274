-- Changes of many people at once. The id is chosen by who asks, so that a part that is sent again is not done again.
CREATE TABLE bulk_changes (
    id text PRIMARY KEY,
    actor text NOT NULL,
    action text NOT NULL,
    begun_at bigint NOT NULL
);

-- What such a change did to a person: their state before it and after it.
CREATE TABLE bulk_change_people (
    bulk_id text NOT NULL REFERENCES bulk_changes (id) ON DELETE CASCADE,
    user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    changed bigint NOT NULL,
    state_before text NOT NULL,
    again_before bigint NOT NULL,
    since_before bigint NOT NULL,
    had_method bigint NOT NULL,
    state_after text NOT NULL,
    again_after bigint NOT NULL,
    since_after bigint NOT NULL,
    undone bigint NOT NULL,
    PRIMARY KEY (bulk_id, user_id)
);
CREATE INDEX bulk_change_people_of_user ON bulk_change_people (user_id);

-- The value before and after an action, and the bulk change that it is part of.
ALTER TABLE admin_actions ADD COLUMN value_before text;
ALTER TABLE admin_actions ADD COLUMN value_after text;
ALTER TABLE admin_actions ADD COLUMN bulk_id text;
