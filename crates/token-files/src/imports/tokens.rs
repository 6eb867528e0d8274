//! Lists of hardware tokens, PSKC and CSV, for a person who has the file of their own token.

use zeroize::Zeroizing;

use super::{
    EntryFault, Format, Import, ImportError, ImportWarning, ImportedAccount, NoticeKind, Opening, probe::Probe,
    table::Table,
};
use crate::{
    FileKey, HardwareToken, OtpAuth, TokenFileError, TokenListError, TokenRowFault, TokenWarning,
    hardware::{is_token_form, read_keys},
};
use proofup_otp::OtpError;

const FORMAT: Format = Format::Tokens;

pub(super) fn is_meant(probe: &Probe<'_>) -> bool {
    let Some(text) = probe.text else { return false };
    let start = text.get(..text.len().min(4096)).unwrap_or(text);
    (text.starts_with('<') && ["KeyContainer", "SecretContainer"].iter().any(|root| start.contains(root)))
        || Table::header_of(Some(text)).is_some_and(|header| header.names_token_columns())
        || is_token_form(text)
}

pub(super) fn read(probe: &Probe<'_>, opening: Opening<'_>) -> Result<Import, ImportError> {
    let text = probe.text.unwrap_or_default().as_bytes();
    let list = read_keys(text, &key_for(opening, false));
    // What was typed is a key or a password: the file says which.
    let list = match list {
        Err(TokenListError::OtherKeyNeeded { .. }) => read_keys(text, &key_for(opening, true)),
        other => other,
    };
    let list = list.map_err(|error| refused(&error, opening))?;
    let mut import = Import::new(FORMAT);
    import.notice(NoticeKind::SignatureUnchecked, usize::from(list.signed));
    let sealed = list.rows.iter().filter(|row| matches!(row.token, Err(TokenRowFault::MacWrong))).count();
    if sealed > 0 && list.rows.iter().all(|row| row.token.is_err()) && opening.password.is_some() {
        return Err(ImportError::PasswordWrong { format: FORMAT });
    }
    for row in list.rows {
        let dated = row.token.as_ref().is_ok_and(|token| token.valid_from.is_some() || token.valid_until.is_some());
        import.notice(NoticeKind::PolicyLeft, usize::from(dated));
        import.take_checked(row.serial.unwrap_or_default(), row.token.map(account).map_err(fault))?;
    }
    Ok(import)
}

fn key_for(opening: Opening<'_>, hexadecimal: bool) -> FileKey {
    match opening.password {
        None => FileKey::None,
        Some(key) if hexadecimal => FileKey::from_hexadecimal(key).unwrap_or(FileKey::None),
        Some(password) => FileKey::Password(Zeroizing::new(password.to_owned())),
    }
}

fn refused(error: &TokenListError, opening: Opening<'_>) -> ImportError {
    let variant = |what| ImportError::VariantUnsupported { format: FORMAT, what };
    match error {
        TokenListError::TooLarge => ImportError::TooLarge,
        TokenListError::TooManyTokens => ImportError::TooManyEntries,
        TokenListError::TooManyRounds => ImportError::TooCostly { format: FORMAT },
        TokenListError::Version { found } => ImportError::VersionUnsupported { format: FORMAT, found: found.clone() },
        TokenListError::KeyNeeded { wants: "key" } => variant("key_needed").unless(opening.password.is_none()),
        TokenListError::KeyNeeded { .. } | TokenListError::OtherKeyNeeded { .. } => {
            ImportError::PasswordNeeded { format: FORMAT }
        }
        TokenListError::KeyMethod { .. } => variant("certificate"),
        TokenListError::Doctype => variant("doctype"),
        TokenListError::EndsTooEarly { line } => ImportError::CutOff { format: FORMAT, line: *line },
        _ => ImportError::Damaged { format: FORMAT },
    }
}

impl ImportError {
    /// Turns the error into "password needed" if nothing was typed, and into "wrong" otherwise.
    fn unless(self, nothing_typed: bool) -> Self {
        if nothing_typed { Self::PasswordNeeded { format: FORMAT } } else { self }
    }
}

fn account(token: HardwareToken) -> ImportedAccount {
    let HardwareToken { serial, params, user, manufacturer, issuer, friendly_name, warnings, .. } = token;
    let odd = warnings.iter().filter_map(|warning| match warning {
        TokenWarning::KeyLengthUnusual { .. } => Some(ImportWarning::KeyLengthUnusual),
        TokenWarning::SecretMayBeHexadecimal => Some(ImportWarning::ParametersAssumed),
        // The account is called by its serial number.
        TokenWarning::UserUnreadable => None,
    });
    let warnings = odd.collect();
    let called = Some(friendly_name).filter(|name| !name.is_empty());
    let account = user.or(called).unwrap_or(serial);
    let issuer = if manufacturer.is_empty() { issuer } else { manufacturer };
    ImportedAccount { warnings, ..OtpAuth { params, issuer, account }.into() }
}

fn fault(fault: TokenRowFault) -> EntryFault {
    match fault {
        TokenRowFault::SecretMissing => TokenFileError::SecretMissing.into(),
        TokenRowFault::SecretNotBase32 { position } => OtpError::SecretNotBase32 { character: '?', position }.into(),
        TokenRowFault::KindUnsupported { name } if !name.is_empty() => EntryFault::Unsupported { what: name },
        TokenRowFault::FeatureUnsupported { what } => EntryFault::Unsupported { what },
        TokenRowFault::CipherUnsupported { name } | TokenRowFault::MacUnsupported { name } => {
            EntryFault::Unsupported { what: name }
        }
        TokenRowFault::Policy { element } => EntryFault::Unsupported { what: element },
        fault => EntryFault::Token(fault),
    }
}
