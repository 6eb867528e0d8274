//! Short functions for reading a file in a test.

use proofup_otp::Kind;
use proofup_token_files::{Format, Import, ImportError, ImportedAccount, Opening, read_accounts};

/// A password.
pub(crate) fn with(password: &str) -> Opening<'_> {
    Opening { password: Some(password), ..Opening::default() }
}

/// Reads a file without a password.
pub(crate) fn read(text: &str) -> Import {
    read_accounts(text.as_bytes(), Opening::default()).expect("it is read")
}

/// The error of reading a file.
pub(crate) fn error(bytes: &[u8], password: &str) -> ImportError {
    read_accounts(bytes, with(password)).expect_err("it is refused")
}

/// An account as one line: `issuer|account|secret|kind|algorithm|digits`, where the kind includes the period or the
/// counter.
pub(crate) fn line(account: &ImportedAccount) -> String {
    let params = &account.otp_auth.params;
    let kind = match params.kind() {
        Kind::Totp { period } => format!("totp {period}"),
        Kind::Hotp { counter } => format!("hotp {counter}"),
        Kind::Steam => "steam".to_owned(),
    };
    let (issuer, name) = (&account.otp_auth.issuer, &account.otp_auth.account);
    let (secret, algorithm) = (params.secret().to_base32(), params.algorithm().name());
    format!("{issuer}|{name}|{}|{kind}|{algorithm}|{}", secret.as_str(), params.digits())
}

/// All accounts as lines.
pub(crate) fn lines(import: &Import) -> Vec<String> {
    import.accounts.iter().map(line).collect()
}

/// Reads a text that must be of this format, without rejected entries.
pub(crate) fn lines_of(format: Format, text: &str) -> Vec<String> {
    let import = read(text);
    assert_eq!(import.format, format);
    assert_eq!(import.rejected, []);
    lines(&import)
}
