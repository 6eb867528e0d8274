//! Writes accounts as files of other authenticators, and as our own.
//!
//! An account that a format does not support is reported by its position and left out, never altered. Randomness for
//! the encryption is passed in.

mod aegis;
mod json;
mod kdbx;
mod markup;
mod proofup;
mod pskc;
mod sheet;
mod table;
mod two_fas;

use zeroize::Zeroizing;

pub(crate) use self::table::COLUMNS;

use crate::{OtpAuth, migration_links};

/// An account to export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// Names and parameters of its codes.
    pub otp_auth: OtpAuth,
    /// The person's note.
    pub note: String,
    /// The person's tags.
    pub tags: Vec<String>,
    /// Shown first.
    pub pinned: bool,
}

/// A format that can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportFormat {
    /// Our own format with all fields, in clear: encrypt it.
    Proofup,
    /// `otpauth` links, one a line.
    Links,
    /// Links of Google Authenticator's exports, one a line; each fits a QR code.
    Google,
    /// A page with the QR codes of an export of Google Authenticator.
    GoogleCodes,
    /// A page to print, with the QR code of each account.
    Sheet,
    /// Aegis, plain.
    Aegis,
    /// 2FAS, plain.
    TwoFas,
    /// Ente Auth, plain text.
    Ente,
    /// A table with a header.
    Csv,
}

/// A format that can be written under a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EncryptedFormat {
    /// Aegis.
    Aegis,
    /// A `KeePass` database.
    Kdbx,
    /// A PSKC container (RFC 6030).
    Pskc,
}

/// The result of an export.
#[derive(Debug)]
pub struct Exported {
    /// The file. It contains secrets.
    pub bytes: Zeroizing<Vec<u8>>,
    /// The positions of accounts that the format does not support.
    pub left_out: Vec<usize>,
}

/// Writes accounts. `random` fills a buffer with random bytes, for ids.
#[must_use]
pub fn write_accounts(format: ExportFormat, accounts: &[Outgoing], random: &mut dyn FnMut(&mut [u8])) -> Exported {
    let whole = |bytes| Exported { bytes, left_out: Vec::new() };
    match format {
        ExportFormat::Proofup => whole(proofup::write(accounts)),
        ExportFormat::Links => whole(lines(accounts.iter().map(|account| account.otp_auth.to_uri()))),
        ExportFormat::Ente => whole(lines(accounts.iter().map(proofup::ente_line))),
        ExportFormat::Sheet => sheet::write(accounts),
        ExportFormat::GoogleCodes => sheet::write_google(accounts, export_id(random)),
        ExportFormat::Google => {
            let accounts: Vec<_> = accounts.iter().map(|account| account.otp_auth.clone()).collect();
            let written = migration_links(&accounts, export_id(random));
            Exported { bytes: lines(written.links.into_iter()), left_out: written.left_out }
        }
        ExportFormat::Aegis => whole(aegis::write(accounts, random)),
        ExportFormat::TwoFas => two_fas::write(accounts),
        ExportFormat::Csv => whole(table::write(accounts)),
    }
}

/// Writes accounts under a password. `None` if a cipher refuses its parameters.
#[must_use]
pub fn write_encrypted(
    format: EncryptedFormat,
    accounts: &[Outgoing],
    password: &str,
    random: &mut dyn FnMut(&mut [u8]),
) -> Option<Exported> {
    let whole = |bytes| Exported { bytes, left_out: Vec::new() };
    match format {
        EncryptedFormat::Aegis => aegis::write_encrypted(accounts, password, random).map(whole),
        EncryptedFormat::Kdbx => kdbx::write(accounts, password, random).map(whole),
        EncryptedFormat::Pskc => pskc::write(accounts, password, random),
    }
}

/// The number that connects the parts of an export of Google Authenticator.
fn export_id(random: &mut dyn FnMut(&mut [u8])) -> i32 {
    let mut number = [0; 4];
    random(&mut number);
    i32::from_le_bytes(number)
}

fn lines(links: impl Iterator<Item = Zeroizing<String>>) -> Zeroizing<Vec<u8>> {
    let links: Vec<_> = links.collect();
    let room = links.iter().map(|link| link.len() + 1).sum();
    let mut bytes = Zeroizing::new(Vec::with_capacity(room));
    for link in links {
        bytes.extend_from_slice(link.as_bytes());
        bytes.push(b'\n');
    }
    bytes
}
