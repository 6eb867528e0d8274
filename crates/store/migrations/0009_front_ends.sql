-- The server that asked in the name of an old client; empty for everything else, and in older rows.
ALTER TABLE sign_ins ADD COLUMN front_end text;
