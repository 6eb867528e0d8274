//! Any bytes as another app's export file. What is read makes codes, and the counts add up.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofup_token_files::{Opening, read_accounts, recognise};

fuzz_target!(|bytes: &[u8]| {
    let known = recognise(bytes);
    // Without a password: derivations take their time by design, and a mutated file asks for as much as it may.
    match read_accounts(bytes, Opening::default()) {
        Ok(import) => {
            assert_eq!(Some(import.format), known);
            assert_eq!(import.entries(), import.accounts.len() + import.rejected.len());
            for account in &import.accounts {
                let _ = account.otp_auth.params.code_at(59).map(|timed| timed.code.as_str().len());
            }
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
