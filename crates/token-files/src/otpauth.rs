//! `otpauth` links, as authenticators exchange them in practice.
//!
//! The format is `otpauth://TYPE/LABEL?PARAMETERS` (Google's key URI format). The code splits links itself: labels
//! contain raw `#`, spaces and emoji, and a URL parser would take everything after `#` for a fragment and lose the
//! secret.

mod label;
mod parameters;
pub(crate) mod percent;
mod write;

use std::borrow::Cow;

use proofup_otp::{Algorithm, Base32Secret, Kind, OtpParams, check_name, limits as otp_limits};

use zeroize::Zeroizing;

use crate::{TokenFileError, limits};
use label::Label;
use parameters::Parameters;

/// An account in a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtpAuth {
    /// The parameters of its codes.
    pub params: OtpParams,
    /// The issuer; may be empty.
    pub issuer: String,
    /// The account name; may be empty.
    pub account: String,
}

/// An account, with warnings for the person before it is added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsedLink {
    /// The account.
    pub otp_auth: OtpAuth,
    /// Unusual properties of the link; the account works nevertheless.
    pub warnings: Vec<Warning>,
}

/// An unusual property of a link that is accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// The label and the parameter name different issuers. The parameter is used as the issuer, and the label's issuer
    /// stays in front of the account name: it can distinguish two accounts with one issuer.
    IssuersDiffer {
        /// The issuer in the label.
        label: String,
        /// The issuer in the parameter.
        parameter: String,
    },
    /// An HOTP link without a counter: it starts at 0.
    CounterMissing,
    /// The secret has an impossible length: compare the code with the issuer's.
    SecretLengthOdd,
    /// A name is not UTF-8: unreadable bytes were replaced by U+FFFD.
    NameNotUtf8,
    /// The link has two different secrets. The first is taken: compare the code with the issuer's.
    SecretsDiffer,
}

impl OtpAuth {
    /// Reads one link: `otpauth://`, `apple-otpauth://` or `steam://SECRET`, scheme and type in any case.
    ///
    /// # Errors
    /// Every variant of [`TokenFileError`] that is about links.
    pub fn parse(text: &str) -> Result<ParsedLink, TokenFileError> {
        if text.len() > limits::LINK_BYTES {
            return Err(TokenFileError::LinkTooLong { bytes: text.len() });
        }
        let text = proofup_text::visible(text);
        let (scheme, rest) = text.split_once("://").ok_or(TokenFileError::NotALink)?;
        match scheme.to_ascii_lowercase().as_str() {
            "otpauth" | "apple-otpauth" => parse_otpauth(rest),
            "steam" => parse_steam(rest),
            "otpauth-migration" => Err(TokenFileError::GoogleExport),
            "motp" => Err(TokenFileError::MobileOtp),
            scheme if is_scheme(scheme) => Err(TokenFileError::UnknownScheme { scheme: scheme.to_owned() }),
            _ => Err(TokenFileError::NotALink),
        }
    }
}

/// The decoded text of one parameter of a link. Ignores the others.
pub(crate) fn parameter(link: &str, name: &str) -> Option<Zeroizing<String>> {
    let (_, query) = link.split_once('?')?;
    Parameters::parse(query).value(name)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum LinkType {
    Totp,
    Hotp,
    Steam,
}

fn parse_otpauth(rest: &str) -> Result<ParsedLink, TokenFileError> {
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (kind, label) = path.split_once('/').unwrap_or((path, ""));
    let link_type = match kind.to_ascii_lowercase().as_str() {
        "totp" => LinkType::Totp,
        "hotp" => LinkType::Hotp,
        "steam" => LinkType::Steam,
        "yaotp" => return Err(TokenFileError::Yandex),
        _ => return Err(TokenFileError::UnknownType { kind: shortened(kind) }),
    };
    let mut warnings = Vec::new();
    let parameters = Parameters::parse(query);
    let parameter_issuer = parameters.text("issuer").unwrap_or_default();
    let from_page = if parameters.escaped { without_entities(label) } else { Cow::Borrowed(label) };
    let parameter = proofup_text::name(&parameter_issuer.text);
    let label = Label::parse(&from_page, &parameter);
    if label.lossy || parameter_issuer.lossy {
        warnings.push(Warning::NameNotUtf8);
    }
    let (issuer, account) = match (label.issuer, parameter) {
        (issuer, parameter) if parameter.is_empty() => (issuer, label.account),
        (label_issuer, issuer) if label_issuer.is_empty() || is_same_name(&label_issuer, &issuer) => {
            (issuer, label.account)
        }
        (label_issuer, issuer) => {
            let account = format!("{label_issuer}:{}", label.account);
            warnings.push(Warning::IssuersDiffer { label: label_issuer, parameter: issuer.clone() });
            (issuer, account)
        }
    };
    check_name(&issuer)?;
    check_name(&account)?;
    let params = read_params(link_type, &issuer, &parameters, &mut warnings)?;
    Ok(ParsedLink { otp_auth: OtpAuth { params, issuer, account }, warnings })
}

/// Whether two names are one to a person: in any case, with any space between the words.
pub(crate) fn is_same_name(one: &str, other: &str) -> bool {
    let words = |name: &str| name.to_lowercase().split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    words(one) == words(other)
}

/// The HTML entities of five characters.
const ENTITIES: [(&str, &str); 6] =
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&")];

/// Decodes the entities in a label that was copied from the source of a page.
fn without_entities(label: &str) -> Cow<'_, str> {
    let replace = |text: String, (entity, character): &(&str, &str)| text.replace(entity, character);
    if label.contains('&') { Cow::Owned(ENTITIES.iter().fold(label.to_owned(), replace)) } else { Cow::Borrowed(label) }
}

fn read_params(
    link_type: LinkType,
    issuer: &str,
    parameters: &Parameters,
    warnings: &mut Vec<Warning>,
) -> Result<OtpParams, TokenFileError> {
    let secret = Base32Secret::parse(&parameters.secret().ok_or(TokenFileError::SecretMissing)?)?;
    if secret.odd_length {
        warnings.push(Warning::SecretLengthOdd);
    }
    if parameters.differ("secret") {
        warnings.push(Warning::SecretsDiffer);
    }
    let algorithm = match parameters.value("algorithm") {
        Some(name) => parse_algorithm(&name)?,
        None => Algorithm::Sha1,
    };
    let digits = parameters.number("digits")?;
    let steam = match link_type {
        LinkType::Steam => true,
        LinkType::Hotp => false,
        // Steam itself writes an ordinary TOTP link with its name as the issuer.
        LinkType::Totp => {
            parameters.says_steam()
                || (issuer == write::STEAM_ISSUER && digits.is_none_or(|digits| digits == otp_limits::STEAM_DIGITS))
        }
    };
    let kind = if steam {
        Kind::Steam
    } else if link_type == LinkType::Hotp {
        Kind::Hotp {
            counter: parameters.number("counter")?.unwrap_or_else(|| {
                warnings.push(Warning::CounterMissing);
                0
            }),
        }
    } else {
        Kind::Totp { period: parameters.number("period")?.unwrap_or(30) }
    };
    let digits = digits.unwrap_or(if steam { otp_limits::STEAM_DIGITS } else { 6 });
    Ok(OtpParams::new(secret.secret, kind, algorithm, digits)?)
}

fn parse_steam(rest: &str) -> Result<ParsedLink, TokenFileError> {
    let secret = Base32Secret::parse(rest.trim_end_matches('/'))?;
    let warnings = if secret.odd_length { vec![Warning::SecretLengthOdd] } else { Vec::new() };
    let params = OtpParams::new(secret.secret, Kind::Steam, Algorithm::Sha1, otp_limits::STEAM_DIGITS)?;
    let otp_auth = OtpAuth { params, issuer: write::STEAM_ISSUER.to_owned(), account: String::new() };
    Ok(ParsedLink { otp_auth, warnings })
}

/// `SHA256`, `HmacSHA256` (FreeOTP) and `Algorithm.sha256` (old Ente) in any case. `SHA-256` with a dash is refused, as
/// the public conformance tests for authenticators demand.
pub(crate) fn parse_algorithm(text: &str) -> Result<Algorithm, TokenFileError> {
    let without = |text: &str, prefix: &str| match text.get(..prefix.len()) {
        Some(start) if start.eq_ignore_ascii_case(prefix) => Some(text[prefix.len()..].to_owned()),
        _ => None,
    };
    let name = without(text, "Algorithm.").or_else(|| without(text, "Hmac"));
    let parsed = name.as_deref().unwrap_or(text).parse();
    parsed.map_err(|_| proofup_otp::OtpError::UnknownAlgorithm { name: shortened(text) }.into())
}

/// A scheme (RFC 3986, section 3.1) that is short enough to be shown.
fn is_scheme(text: &str) -> bool {
    text.len() <= 32
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

/// A shortened wrong value for an error.
pub(crate) fn shortened(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(32).collect()
}
