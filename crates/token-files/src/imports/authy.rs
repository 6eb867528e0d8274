//! Authy: the preferences of an Android phone. Its secrets may be encrypted.

use zeroize::Zeroizing;

use super::{
    EntryFault, Format, Import, ImportError, ImportWarning, NoticeKind, Opening, ciphers,
    found::Found,
    json::Json,
    keys::Prf,
    probe::{Probe, base64, hex},
};

const FORMAT: Format = Format::Authy;
const DAMAGED: ImportError = ImportError::Damaged { format: FORMAT };
/// The tokens of other services, and Authy's own.
const LISTS: [&str; 2] = ["com.authy.storage.tokens.authenticator.key", "com.authy.storage.tokens.authy.key"];
const ROUNDS: u64 = 1000;
/// Authy's own tokens have a shorter period and more digits.
const OWN_PERIOD: u64 = 10;
const OWN_DIGITS: u64 = 7;

pub(super) fn is_meant(probe: &Probe<'_>) -> bool {
    LISTS.iter().any(|list| probe.preference(list).is_some())
}

pub(super) fn read(probe: &Probe<'_>, opening: Opening<'_>) -> Result<Import, ImportError> {
    let mut import = Import::new(FORMAT);
    let mut sealed = 0;
    let mut wrong = 0;
    for text in LISTS.iter().filter_map(|list| probe.preference(list)) {
        let json = Json::parse(text).ok_or(DAMAGED)?;
        for item in json.as_list().ok_or(DAMAGED)? {
            let open = item.text("encryptedSecret").map(|secret| open(item, secret, opening)).transpose()?;
            sealed += usize::from(open.is_some());
            wrong += usize::from(matches!(open, Some(None)));
            import.take(found(item, open))?;
        }
    }
    // A wrong password and damage look the same; a password that opens no entry counts as wrong.
    if sealed > 0 && sealed == wrong {
        return Err(ImportError::PasswordWrongOrDamaged { format: FORMAT });
    }
    import.notice(NoticeKind::Unauthenticated, sealed);
    Ok(import)
}

/// The text of the secret, if the password opens it.
fn open(item: &Json, sealed: &str, opening: Opening<'_>) -> Result<Option<Zeroizing<String>>, ImportError> {
    let (salt, sealed) = (item.text("salt").ok_or(DAMAGED)?, base64(sealed).ok_or(DAMAGED)?);
    let rounds = item.whole("key_derivation_iterations").and_then(|rounds| u64::try_from(rounds).ok());
    let key = opening.pbkdf2(FORMAT, Prf::Sha1, salt.as_bytes(), rounds.unwrap_or(ROUNDS))?;
    Ok(ciphers::cbc(&*key, &[0; 16], &sealed).and_then(ciphers::text))
}

fn found(item: &Json, open: Option<Option<Zeroizing<String>>>) -> Found {
    let text = |name| item.text(name).filter(|text: &&str| !text.is_empty());
    let name = text("name").unwrap_or_default();
    let original = text("originalName").unwrap_or(name);
    let (left, right) = original.split_once(':').map_or((None, original), |(left, right)| (Some(left), right));
    let dashed = name.split_once(" - ").map(|(left, _)| left);
    let issuer = text("originalIssuer").or(left).or(dashed).or(text("accountType")).unwrap_or_default();
    Found::named(issuer, right).judged(|found| {
        found.digits = item.number("digits")?;
        if let Some(seed) = text("secretSeed") {
            found.period = Some(OWN_PERIOD);
            found.digits.get_or_insert(OWN_DIGITS);
            return found.bytes(hex(seed).ok_or(EntryFault::Damaged)?.to_vec());
        }
        found.warnings.push(ImportWarning::ParametersAssumed);
        match open {
            Some(None) => Err(EntryFault::Damaged),
            Some(Some(secret)) => found.base32(Some(&secret)),
            None => found.base32(text("decryptedSecret")),
        }
    })
}
