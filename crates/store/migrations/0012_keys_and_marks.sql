-- Which server keys this database was written with: a fingerprint of each, which tells nothing about the key.
CREATE TABLE server_keys (
    name text PRIMARY KEY,
    fingerprint text NOT NULL,
    first_used_at bigint NOT NULL
);

-- Numbers that all nodes share: the time that was seen last, the version of the settings, the count of write probes.
CREATE TABLE marks (
    name text PRIMARY KEY,
    value bigint NOT NULL
);
INSERT INTO marks (name, value) SELECT 'clock', max(created_at) FROM sign_ins HAVING max(created_at) IS NOT NULL;
