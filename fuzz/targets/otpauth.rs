//! Any text as a link. An accepted account is written and read again, and makes a code.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofup_token_files::{OtpAuth, qr_svg};

fuzz_target!(|text: &str| {
    let Ok(parsed) = OtpAuth::parse(text) else { return };
    let account = parsed.otp_auth;
    let _ = account.params.code_at(59).map(|timed| timed.code.as_str().len());
    let link = account.to_uri();
    let _ = qr_svg(&link);
    let again = OtpAuth::parse(&link).expect("what we write can be read").otp_auth;
    assert_eq!(again.params.secret(), account.params.secret());
    assert_eq!(again.account, account.account);
});
