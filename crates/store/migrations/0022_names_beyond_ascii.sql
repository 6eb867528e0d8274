-- A new name is compared with these by what it looks like; two names of ASCII letters never look the same.
CREATE INDEX users_beyond_ascii ON users (upn) WHERE octet_length(upn) <> length(upn);
