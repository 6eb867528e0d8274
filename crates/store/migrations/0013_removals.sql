-- What retention removed from the sign-in log, a row for a day and a node: a chain of its own, whose end is signed with
-- the ends of the log.
CREATE TABLE sign_in_removals (
    number bigint PRIMARY KEY,
    removed_at bigint NOT NULL,
    -- Places in the log, both among those that went.
    first_row bigint NOT NULL,
    last_row bigint NOT NULL,
    -- Every row was older than this time.
    older_than bigint NOT NULL,
    removed_by text NOT NULL,
    -- The hash of the removal before it; empty for the first.
    before_hash text NOT NULL
);
ALTER TABLE sign_in_chain ADD COLUMN removals bigint NOT NULL DEFAULT 0;
ALTER TABLE sign_in_chain ADD COLUMN removals_hash text NOT NULL DEFAULT '';
