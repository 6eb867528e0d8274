-- Where the sign-in came from that a text belongs to, for the log's row when nothing comes of the text.
ALTER TABLE text_codes ADD COLUMN client_address text;
ALTER TABLE text_codes ADD COLUMN correlation_id text NOT NULL DEFAULT '';
-- When the gateway said that the text cannot be delivered.
ALTER TABLE text_codes ADD COLUMN failed_at bigint;
-- When the log was told that nobody entered the code.
ALTER TABLE text_codes ADD COLUMN missed_at bigint;

-- When a device fetched the request first; null while none knows of it.
ALTER TABLE approvals ADD COLUMN fetched_at bigint;
