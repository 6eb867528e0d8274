//! 2FAS: JSON whose list of services may be encrypted.

use std::collections::HashMap;

use zeroize::Zeroizing;

use super::{
    Format, Import, ImportError, ImportWarning, NoticeKind, Opening, ciphers,
    found::{Found, FoundKind},
    json::Json,
    keys::Prf,
    probe::{Probe, base64},
};
use crate::OtpAuth;

const FORMAT: Format = Format::TwoFas;
const DAMAGED: ImportError = ImportError::Damaged { format: FORMAT };
const NEWEST: i128 = 4;
const ROUNDS: u64 = 10_000;
/// From this version on, the file says whether an account is counter-based.
const NAMES_KINDS: i128 = 3;

pub(super) fn is_meant(probe: &Probe<'_>) -> bool {
    probe.has(&["schemaVersion"]) && (probe.has(&["services"]) || probe.has(&["servicesEncrypted"]))
}

pub(super) fn read(probe: &Probe<'_>, opening: Opening<'_>) -> Result<Import, ImportError> {
    let file = probe.json().ok_or(DAMAGED)?;
    let version = file.whole("schemaVersion").ok_or(DAMAGED)?;
    if !(1..=NEWEST).contains(&version) {
        return Err(ImportError::VersionUnsupported { format: FORMAT, found: version.to_string() });
    }
    let opened;
    let services = match file.text("servicesEncrypted").filter(|sealed| !sealed.is_empty()) {
        None => file.list("services").ok_or(DAMAGED)?,
        Some(sealed) => {
            opened = open(sealed, file.text("reference"), opening)?;
            opened.as_list().ok_or(DAMAGED)?
        }
    };
    let groups: HashMap<&str, &str> = file
        .list("groups")
        .unwrap_or_default()
        .iter()
        .filter_map(|group| Some((group.text("id")?, group.text("name")?)))
        .collect();
    let mut import = Import::new(FORMAT);
    for service in services {
        import.notice(NoticeKind::IconsLeft, usize::from(service.text("icon").is_some()));
        import.take(found(service, version, &groups))?;
    }
    Ok(import)
}

fn open(sealed: &str, reference: Option<&str>, opening: Opening<'_>) -> Result<Json, ImportError> {
    match unseal(sealed, opening)? {
        Some(open) => ciphers::text(open).and_then(|text| Json::parse(&text)).ok_or(DAMAGED),
        // The reference is a fixed text: if it can be decrypted, the password is right.
        None => match reference.map(|reference| unseal(reference, opening)).transpose()?.flatten() {
            Some(_) => Err(DAMAGED),
            None => Err(ImportError::PasswordWrong { format: FORMAT }),
        },
    }
}

/// `text:salt:nonce`, each in base64.
fn unseal(sealed: &str, opening: Opening<'_>) -> Result<Option<Zeroizing<Vec<u8>>>, ImportError> {
    let parts: Vec<_> = sealed.split(':').map(base64).collect::<Option<_>>().ok_or(DAMAGED)?;
    let [text, salt, nonce] = parts.as_slice() else { return Err(DAMAGED) };
    let key = opening.pbkdf2(FORMAT, Prf::Sha256, salt, ROUNDS)?;
    Ok(ciphers::gcm(&*key, nonce, text, &[]))
}

fn found(service: &Json, version: i128, groups: &HashMap<&str, &str>) -> Found {
    let of_otp = |name| service.at(&["otp", name]).and_then(Json::as_text).filter(|text| *text != "null");
    // The link is used only for missing fields.
    let link = of_otp("link").and_then(|link| OtpAuth::parse(link).ok()).map(|parsed| parsed.otp_auth);
    let name = service.text("name").filter(|name| !name.is_empty());
    let issuer =
        name.or_else(|| of_otp("issuer")).or(link.as_ref().map(|link| link.issuer.as_str())).unwrap_or_default();
    let label = of_otp("label")
        .map(|label| label.strip_prefix(issuer).and_then(|rest| rest.strip_prefix(':')).unwrap_or(label));
    let account = of_otp("account").filter(|account| !account.is_empty()).or(label);
    let account = account.or(link.as_ref().map(|link| link.account.as_str())).unwrap_or_default();
    let mut found = Found::named(issuer, account);
    let group = service.text("groupId").and_then(|id| groups.get(id));
    found.tags = group.map(|name| (*name).to_owned()).into_iter().collect();
    let nothing = Json::Object(Vec::new());
    found.judged(|found| {
        let otp = service.get("otp").unwrap_or(&nothing);
        found.kind = FoundKind::named(of_otp("tokenType"))?;
        found.base32(service.text("secret"))?;
        found.numbers(otp)?;
        found.algorithm(of_otp("algorithm"))?;
        if version < NAMES_KINDS && found.period.is_none() {
            found.warnings.push(ImportWarning::ParametersAssumed);
        }
        Ok(())
    })
}
