//! Measures the authenticator without a window: one code compared with the bare HMAC, and a thousand accounts from the
//! passphrase or the keyring to the values of the page, compared with the bare work on the same bytes. Imports of ten thousand
//! entries in each format.

mod code;
mod imports;
mod list;
mod unlock;

use std::error::Error;

/// The number of accounts in the vault.
const ACCOUNTS: usize = 1000;
/// The number of drawn rows: those on the screen and some beyond.
const DRAWN: usize = 24;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    println!("Medians of several runs; release build, {ACCOUNTS} accounts, {DRAWN} rows drawn.\n");
    println!("| figure | ours | floor | ratio | bar | |");
    println!("|---|---|---|---|---|---|");
    code::print();
    imports::print()?;
    list::print(ACCOUNTS, DRAWN).await?;
    unlock::print(ACCOUNTS).await
}
