//! Stratum, formerly Authenticator Pro: JSON, plain or encrypted in one of two ways, each with a signature; and its database.

use std::collections::HashMap;

use super::{
    EntryFault, Format, Import, ImportError, NoticeKind, Opening, ciphers,
    found::{Found, FoundKind},
    json::Json,
    keys::{Argon2Cost, Prf},
    probe::Probe,
    sqlite::{self, Database},
};
use crate::TokenFileError;
use proofup_otp::Algorithm;

const FORMAT: Format = Format::Stratum;
const DAMAGED: ImportError = ImportError::Damaged { format: FORMAT };
const STRONG: &[u8] = b"AUTHENTICATORPRO";
const LEGACY: &[u8] = b"AuthenticatorPro";
const COST: Argon2Cost = Argon2Cost { kibibytes: 65_536, passes: 3, lanes: 4 };
const LEGACY_ROUNDS: u64 = 64_000;
const TABLE: &str = "authenticator";

pub(super) fn is_meant(probe: &Probe<'_>) -> bool {
    probe.bytes.starts_with(STRONG)
        || probe.bytes.starts_with(LEGACY)
        || probe.has(&["Authenticators"])
        || probe.database().is_some_and(|database| database.has(TABLE, &["type", "issuer", "secret"]))
}

pub(super) fn read(probe: &Probe<'_>, opening: Opening<'_>) -> Result<Import, ImportError> {
    if let Some(json) = probe.json() {
        return entries(json);
    }
    if let Some(database) = probe.database() {
        return rows(database);
    }
    let (open, unauthenticated) = if let Some(rest) = probe.bytes.strip_prefix(STRONG) {
        (strong(rest, opening)?, 0)
    } else {
        (legacy(probe.bytes.strip_prefix(LEGACY).ok_or(DAMAGED)?, opening)?, 1)
    };
    let json = ciphers::text(open).and_then(|text| Json::parse(&text));
    // Padding can be valid by chance; JSON cannot.
    let wrong = if unauthenticated > 0 { ImportError::PasswordWrongOrDamaged { format: FORMAT } } else { DAMAGED };
    let mut import = entries(&json.ok_or(wrong)?)?;
    import.notice(NoticeKind::Unauthenticated, unauthenticated);
    Ok(import)
}

fn strong(rest: &[u8], opening: Opening<'_>) -> Result<zeroize::Zeroizing<Vec<u8>>, ImportError> {
    let (salt, rest) = rest.split_at_checked(16).ok_or(DAMAGED)?;
    let (nonce, sealed) = rest.split_at_checked(12).ok_or(DAMAGED)?;
    let key = opening.argon2id(FORMAT, salt, &COST)?;
    ciphers::gcm(&*key, nonce, sealed, &[]).ok_or(ImportError::PasswordWrongOrDamaged { format: FORMAT })
}

fn legacy(rest: &[u8], opening: Opening<'_>) -> Result<zeroize::Zeroizing<Vec<u8>>, ImportError> {
    let (salt, rest) = rest.split_at_checked(20).ok_or(DAMAGED)?;
    let (iv, sealed) = rest.split_at_checked(16).ok_or(DAMAGED)?;
    let key = opening.pbkdf2(FORMAT, Prf::Sha1, salt, LEGACY_ROUNDS)?;
    ciphers::cbc(&*key, iv, sealed).ok_or(ImportError::PasswordWrongOrDamaged { format: FORMAT })
}

fn entries(file: &Json) -> Result<Import, ImportError> {
    let pairs = |list, one, two| {
        let pair = move |json: &'_ Json| Some((json.text(one)?.to_owned(), json.text(two)?.to_owned()));
        file.list(list).unwrap_or_default().iter().filter_map(pair).collect::<Vec<_>>()
    };
    let categories = Categories::of(
        pairs("Categories", "Id", "Name"),
        pairs("AuthenticatorCategories", "AuthenticatorSecret", "CategoryId"),
    );
    let mut import = Import::new(FORMAT);
    import.notice(NoticeKind::IconsLeft, file.list("CustomIcons").unwrap_or_default().len());
    for entry in file.list("Authenticators").ok_or(DAMAGED)? {
        import.take(found(&Row::of(entry), categories.tags(entry.text("Secret"))))?;
    }
    Ok(import)
}

fn rows(database: &Database<'_>) -> Result<Import, ImportError> {
    let pairs = |table: &str, one: &str, two: &str| {
        let rows = database.rows(table).filter_map(Result::ok);
        rows.filter_map(|row| Some((row.text(one)?.to_owned(), row.text(two)?.to_owned()))).collect::<Vec<_>>()
    };
    let categories = Categories::of(
        pairs("category", "id", "name"),
        pairs("authenticatorcategory", "authenticatorsecret", "categoryid"),
    );
    let mut import = Import::new(FORMAT);
    import.notice(NoticeKind::IconsLeft, database.rows("customicon").count());
    for row in database.rows(TABLE) {
        import.take(row.map_or_else(
            |_| Found::default().damaged(),
            |row| found(&Row::of_table(&row), categories.tags(row.text("secret"))),
        ))?;
    }
    Ok(import)
}

/// The names of the categories of each secret.
struct Categories(HashMap<String, Vec<String>>);

impl Categories {
    /// From pairs of id and name, and of secret and id.
    fn of(names: Vec<(String, String)>, members: Vec<(String, String)>) -> Self {
        let names: HashMap<_, _> = names.into_iter().collect();
        let mut categories = HashMap::<_, Vec<String>>::new();
        for (secret, category) in members {
            categories.entry(secret).or_default().extend(names.get(&category).cloned());
        }
        Self(categories)
    }

    fn tags(&self, secret: Option<&str>) -> Vec<String> {
        secret.and_then(|secret| self.0.get(secret)).cloned().unwrap_or_default()
    }
}

/// A row of the app's table. The file and the database have the same fields.
struct Row<'a> {
    kind: Option<i128>,
    issuer: Option<&'a str>,
    username: Option<&'a str>,
    secret: Option<&'a str>,
    algorithm: Option<i128>,
    digits: Option<i128>,
    period: Option<i128>,
    counter: Option<i128>,
}

impl<'a> Row<'a> {
    fn of(entry: &'a Json) -> Self {
        Self {
            kind: entry.whole("Type"),
            issuer: entry.text("Issuer"),
            username: entry.text("Username"),
            secret: entry.text("Secret"),
            algorithm: entry.whole("Algorithm"),
            digits: entry.whole("Digits"),
            period: entry.whole("Period"),
            counter: entry.whole("Counter"),
        }
    }

    fn of_table(row: &'a sqlite::Row<'_>) -> Self {
        Self {
            kind: row.whole("type"),
            issuer: row.text("issuer"),
            username: row.text("username"),
            secret: row.text("secret"),
            algorithm: row.whole("algorithm"),
            digits: row.whole("digits"),
            period: row.whole("period"),
            counter: row.whole("counter"),
        }
    }
}

fn found(row: &Row<'_>, tags: Vec<String>) -> Found {
    let found = Found { tags, ..Found::named(row.issuer.unwrap_or_default(), row.username.unwrap_or_default()) };
    found.judged(|found| {
        found.kind = match row.kind {
            Some(1) => FoundKind::Hotp,
            Some(2) => FoundKind::Totp,
            Some(3) => return Err(TokenFileError::MobileOtp.into()),
            Some(4) => FoundKind::Steam,
            Some(5) => return Err(TokenFileError::Yandex.into()),
            other => return Err(EntryFault::Unsupported { what: format!("type {}", other.unwrap_or_default()) }),
        };
        found.algorithm = match row.algorithm {
            None | Some(0) => Algorithm::Sha1,
            Some(1) => Algorithm::Sha256,
            Some(2) => Algorithm::Sha512,
            Some(other) => return Err(EntryFault::Unsupported { what: format!("algorithm {other}") }),
        };
        let number = |number: Option<i128>| number.and_then(|number| u64::try_from(number).ok());
        (found.digits, found.period, found.counter) = (number(row.digits), number(row.period), number(row.counter));
        found.base32(row.secret)
    })
}
