-- Failed attempts, and what waits because of them. What is counted by name or person is a keyed hash: a name box also
-- receives passwords by mistake.
CREATE TABLE throttles (
    subject text PRIMARY KEY,
    kind text NOT NULL,
    -- The name or the person, by which an administrator finds all of their locks; empty for a network.
    about text,
    -- Where the attempts come from: '192.0.2.14', '2001:db8:1:2::/64'; empty for what is counted wherever it comes from.
    network text,
    failures bigint NOT NULL,
    last_failure_at bigint NOT NULL,
    wait_until bigint NOT NULL,
    -- When an attempt last succeeded; 0 for never.
    succeeded_at bigint NOT NULL,
    -- The keyed hash of the last wrong secret, where the same one again is no new attempt.
    last_wrong text
);
CREATE INDEX throttles_about ON throttles (about);

-- Counted in the other table from now on. A lock of a few minutes ends with the update.
DELETE FROM attempt_counters
    WHERE subject LIKE 'password-of:%' OR subject LIKE 'password-from:%' OR subject LIKE 'legacy-password:%'
    OR subject LIKE 'oath-of:%' OR subject LIKE 'sms-of:%';
