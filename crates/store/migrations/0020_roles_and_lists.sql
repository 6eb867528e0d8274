-- Two more roles, and what a list of many people is read by.
ALTER TABLE users ADD COLUMN help_desk bigint NOT NULL DEFAULT 0;
ALTER TABLE users ADD COLUMN auditor bigint NOT NULL DEFAULT 0;
-- When the state became what it is: *not registered for so many days* counts from here.
ALTER TABLE users ADD COLUMN mfa_state_at bigint NOT NULL DEFAULT 0;
UPDATE users SET mfa_state_at = created_at;
-- Name and user name in lower case: the order of the list, what its pages go on behind, and what is searched.
ALTER TABLE users ADD COLUMN listed_as text NOT NULL DEFAULT '';
UPDATE users SET listed_as = lower(display_name) || ' ' || upn;
CREATE INDEX users_as_listed ON users (listed_as);
CREATE INDEX users_in_state ON users (mfa_state, mfa_state_at);
CREATE INDEX admin_actions_of_actor ON admin_actions (actor, id);
