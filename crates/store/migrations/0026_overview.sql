-- The nodes of the service, each with the time of its last sign of life.
CREATE TABLE nodes (
    name text NOT NULL,
    address text NOT NULL,
    version text NOT NULL,
    seen_at bigint NOT NULL,
    -- When the certificate of this node ends; null without TLS of its own.
    certificate_until bigint,
    PRIMARY KEY (name, address)
);

-- The list of people is read in the order of names: each filter has its own index.
DROP INDEX users_as_listed;
CREATE INDEX users_as_listed ON users (listed_as, id);
CREATE INDEX users_in_state_as_listed ON users (mfa_state, listed_as, id, mfa_state_at);
CREATE INDEX users_who_administer ON users (listed_as) WHERE administrator = 1;
CREATE INDEX users_who_help ON users (listed_as) WHERE help_desk = 1;
CREATE INDEX users_who_audit ON users (listed_as) WHERE auditor = 1;
CREATE INDEX users_ever_blocked ON users (listed_as, blocked_until) WHERE blocked_until > 0;

-- Who has a method of a kind: for the figures of the overview, and for the filters of the list.
CREATE INDEX phones_in_use ON phones (user_id) WHERE provisional_for IS NULL;
CREATE INDEX software_oaths_in_use ON software_oaths (user_id)
    WHERE provisional_for IS NULL AND activated_at IS NOT NULL;
CREATE INDEX authenticators_in_use ON authenticators (user_id)
    WHERE provisional_for IS NULL AND verified_at IS NOT NULL;
CREATE INDEX hardware_oaths_in_use ON hardware_oaths (user_id) WHERE provisional_for IS NULL;

-- The rows of a day by their result, without the rows themselves.
DROP INDEX sign_ins_by_time;
CREATE INDEX sign_ins_by_time ON sign_ins (created_at, result);
