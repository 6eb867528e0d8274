//! Any bytes as another app's export file. Accepted accounts make codes, and the counts add up.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofup_token_files::{Opening, read_accounts, recognise};

fuzz_target!(|bytes: &[u8]| {
    let known = recognise(bytes);
    // Without a password: key derivations are slow by design, and a mutated file asks for the allowed maximum.
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
