-- The front end that a sign-in came through, which alone may go on with it; empty for sign-ins of the app.
ALTER TABLE auth_sessions ADD COLUMN front_end text;
-- How many of its questions were answered: each is answered once.
ALTER TABLE auth_sessions ADD COLUMN answered bigint NOT NULL DEFAULT 0;
