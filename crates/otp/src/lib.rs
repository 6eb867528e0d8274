//! One-time codes: HOTP, TOTP and Steam.
