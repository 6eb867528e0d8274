-- The networks from which an app password works, and the days without a use after which it ends.
ALTER TABLE app_passwords ADD COLUMN address_ranges text NOT NULL DEFAULT '';
ALTER TABLE app_passwords ADD COLUMN unused_days bigint;
-- Its last use: the protocol, the front end, and the name of the client.
ALTER TABLE app_passwords ADD COLUMN last_used_protocol text;
ALTER TABLE app_passwords ADD COLUMN last_used_front_end text;
ALTER TABLE app_passwords ADD COLUMN last_used_client text;
