-- The NT hashes of an app password for VPN and Wi-Fi, one for each spelling, encrypted with the server keys: MS-CHAPv2 needs them.
ALTER TABLE app_passwords ADD COLUMN nt_hashes text;
-- Few rows have them: they are found by person, and deleted when the organisation refuses MS-CHAPv2.
CREATE INDEX app_passwords_with_nt_hashes ON app_passwords (user_id) WHERE nt_hashes IS NOT NULL;
