-- Until when a session that registers anew lived before it went back to the wizard; null for all others.
ALTER TABLE sessions ADD COLUMN full_until bigint;
-- Those that went back before this migration keep their ninety days and no way to tell: their people sign in again.
UPDATE sessions SET ended_at = created_at WHERE registers_anew = 1 AND ended_at IS NULL;

-- Why a sign-in was ended from elsewhere: a block, a report of fraud. Empty if it ended by itself.
ALTER TABLE auth_sessions ADD COLUMN denial_reason text;

-- What ends with a person's sessions is found without reading everybody's.
CREATE INDEX auth_sessions_waiting ON auth_sessions (user_id) WHERE finished_at IS NULL;
CREATE INDEX authorization_codes_waiting ON authorization_codes (user_id) WHERE used_at IS NULL;
