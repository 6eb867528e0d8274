//! Prints the figures of the authenticator without a window: one code beside the bare HMAC, and a thousand accounts from
//! the passphrase or the keyring to what the page is given, beside the bare work on the same bytes.

mod code;
mod list;
mod unlock;

use std::error::Error;

/// Accounts of the vault.
const ACCOUNTS: usize = 1000;
/// Rows of a list that are drawn: those on the screen and some beyond.
const DRAWN: usize = 24;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    println!("Medians of several runs; release build, {ACCOUNTS} accounts, {DRAWN} rows drawn.\n");
    println!("| figure | ours | floor | ratio | bar | |");
    println!("|---|---|---|---|---|---|");
    code::print();
    list::print(ACCOUNTS, DRAWN).await?;
    unlock::print(ACCOUNTS).await
}
