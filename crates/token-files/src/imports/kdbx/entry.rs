//! What makes codes in an entry. Three programs and two plugins each have fields of their own for it.

use proofup_otp::Algorithm;
use zeroize::Zeroizing;

use crate::{
    TokenFileError,
    imports::{
        EntryFault, Import, ImportError,
        found::{Found, FoundKind},
        links::Owner,
        probe::{base64, hex},
    },
    otpauth,
};

/// An entry with the texts that may belong to a code.
pub(super) struct Entry<'a> {
    pub(super) strings: Vec<(&'a str, &'a str)>,
    pub(super) tags: Vec<String>,
    pub(super) in_bin: bool,
}

/// A code of an entry.
pub(super) enum Codes<'a> {
    /// A link with its owner. Its names are those of the entry, if that has any.
    Link(&'a str, Owner<'a>, bool),
    Fields(Box<Found>),
}

/// Whether a field with this name may belong to a code. The password is not one of them.
pub(super) fn is_wanted(name: &str) -> bool {
    ["Title", "UserName", "Notes", LINK, SEED, SETTINGS].contains(&name)
        || name.starts_with("TimeOtp-")
        || name.starts_with("HmacOtp-")
}

/// `KeePassXC` and `KeeWeb`: a link. The plugin `KeeOtp` has a query here.
const LINK: &str = "otp";
/// The plugin `KeeTrayTOTP`.
const SEED: &str = "TOTP Seed";
const SETTINGS: &str = "TOTP Settings";

/// The codes of an entry, in most entries none.
pub(super) fn found<'a>(entry: &'a Entry<'a>) -> Vec<Codes<'a>> {
    let has = |prefix: &str| entry.strings.iter().any(|(name, text)| name.starts_with(prefix) && !text.is_empty());
    let by_time = match entry.text(LINK) {
        "" if has("TimeOtp-Secret") => Some(entry.fields(|found| time_otp(entry, found))),
        "" if !entry.text(SEED).is_empty() => Some(entry.fields(|found| tray_totp(entry, found))),
        "" => None,
        link if link.contains("://") => {
            let has_names = !entry.text("Title").is_empty() || !entry.text("UserName").is_empty();
            Some(Codes::Link(link, entry.owner(), has_names))
        }
        query => Some(entry.fields(|found| kee_otp(query, found))),
    };
    // Our own export has both for a counter, because each program knows only one of them.
    let is_told = entry.text(LINK).starts_with("otpauth://hotp");
    let by_counter = (has("HmacOtp-Secret") && !is_told).then(|| entry.fields(|found| hmac_otp(entry, found)));
    by_time.into_iter().chain(by_counter).collect()
}

impl Codes<'_> {
    pub(super) fn add(self, import: &mut Import) -> Result<(), ImportError> {
        match self {
            Self::Link(link, owner, true) => owner.take_renamed(link, import),
            Self::Link(link, owner, false) => owner.take(link, import),
            Self::Fields(found) => import.take(*found),
        }
    }
}

impl Entry<'_> {
    fn text(&self, name: &str) -> &str {
        self.strings.iter().find(|(found, _)| *found == name).map(|(_, text)| text.trim()).unwrap_or_default()
    }

    fn number(&self, name: &'static str) -> Result<Option<u64>, EntryFault> {
        number(name, self.text(name))
    }

    fn owner(&self) -> Owner<'_> {
        Owner {
            issuer: self.text("Title"),
            account: self.text("UserName"),
            note: self.text("Notes"),
            tags: self.tags.clone(),
            pinned: false,
            trashed: self.in_bin,
        }
    }

    fn fields<'a>(&self, read: impl FnOnce(&mut Found) -> Result<(), EntryFault>) -> Codes<'a> {
        let found = Found {
            note: self.text("Notes").to_owned(),
            tags: self.tags.clone(),
            trashed: self.in_bin,
            ..Found::named(self.text("Title"), self.text("UserName"))
        };
        Codes::Fields(Box::new(found.judged(read)))
    }

    /// The secret of `KeePass` itself, in one of four spellings.
    fn secret(&self, prefix: &str, found: &mut Found) -> Result<(), EntryFault> {
        let spelled = |ending: &str| {
            let text = self.text(&format!("{prefix}Secret{ending}"));
            Some(text).filter(|text| !text.is_empty())
        };
        let bytes: Option<Zeroizing<Vec<u8>>> = if let Some(text) = spelled("-Base32") {
            return found.base32(Some(text));
        } else if let Some(text) = spelled("-Hex") {
            hex(text)
        } else if let Some(text) = spelled("-Base64") {
            base64(text)
        } else {
            spelled("").map(|text| Zeroizing::new(text.as_bytes().to_vec()))
        };
        found.bytes(bytes.ok_or(EntryFault::Damaged)?.to_vec())
    }
}

fn time_otp(entry: &Entry<'_>, found: &mut Found) -> Result<(), EntryFault> {
    found.algorithm = match entry.text("TimeOtp-Algorithm").to_ascii_uppercase().as_str() {
        "" | "HMAC-SHA-1" => Algorithm::Sha1,
        "HMAC-SHA-256" => Algorithm::Sha256,
        "HMAC-SHA-512" => Algorithm::Sha512,
        other => return Err(EntryFault::Unsupported { what: otpauth::shortened(other) }),
    };
    found.digits = entry.number("TimeOtp-Length")?;
    found.period = entry.number("TimeOtp-Period")?;
    entry.secret("TimeOtp-", found)
}

fn hmac_otp(entry: &Entry<'_>, found: &mut Found) -> Result<(), EntryFault> {
    found.kind = FoundKind::Hotp;
    found.counter = entry.number("HmacOtp-Counter")?;
    entry.secret("HmacOtp-", found)
}

/// `30;6`, or `30;S` for Steam; a third part is the address of a clock.
fn tray_totp(entry: &Entry<'_>, found: &mut Found) -> Result<(), EntryFault> {
    let mut settings = entry.text(SETTINGS).split(';');
    found.period = number("period", settings.next().unwrap_or_default())?;
    match settings.next().unwrap_or_default().trim() {
        "S" | "s" => found.kind = FoundKind::Steam,
        digits => found.digits = number("digits", digits)?,
    }
    found.base32(Some(entry.text(SEED)))
}

/// `key=SECRET&size=6&step=30&type=totp&otpHashMode=sha1`.
fn kee_otp(query: &str, found: &mut Found) -> Result<(), EntryFault> {
    let query = Zeroizing::new(format!("?{query}"));
    let parameter = |name| otpauth::parameter(&query, name);
    let whole = |name| parameter(name).map_or(Ok(None), |text| number(name, &text));
    found.kind = FoundKind::named(parameter("type").as_deref().map(String::as_str))?;
    found.algorithm(parameter("otpHashMode").as_deref().map(String::as_str))?;
    (found.digits, found.period, found.counter) = (whole("size")?, whole("step")?, whole("counter")?);
    found.base32(Some(&*parameter("key").ok_or(TokenFileError::SecretMissing)?))
}

fn number(field: &'static str, text: &str) -> Result<Option<u64>, EntryFault> {
    match text.trim() {
        "" => Ok(None),
        text => text
            .parse()
            .map(Some)
            .map_err(|_| TokenFileError::NotANumber { field, value: otpauth::shortened(text) }.into()),
    }
}
