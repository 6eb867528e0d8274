//! Any text as a list of hardware tokens, in clear, with a key and with a password.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofup_token_files::{FileKey, read_token_list};

fuzz_target!(|text: &str| {
    // A mutated file may ask for a second of rounds; other tests cover that.
    if text.contains("PBKDF2") || text.contains("pbkdf2") {
        return;
    }
    for key in [FileKey::None, FileKey::PreShared(vec![0x12; 16].into())] {
        let Ok(list) = read_token_list(text.as_bytes(), &key) else { continue };
        for token in list.rows.iter().filter_map(|row| row.token.as_ref().ok()) {
            let _ = token.params.code_at(59).map(|timed| timed.code.as_str().len());
        }
    }
});
