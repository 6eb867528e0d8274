//! Phone numbers: read as people paste them, kept in one form, shown masked.

use phonenumber::{Mode, ParseError};
use proofup_api::{PhoneNumberFault, PhoneType};

/// A number in the form in which it is stored: `+1 4255551234`, extension as `+1 4255551234x123`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PhoneNumber(String);

impl PhoneNumber {
    /// Reads a number with its country code. Spaces, dots, dashes and brackets are dropped.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(crate) fn parse(text: &str, phone_type: PhoneType) -> Result<Self, PhoneNumberFault> {
        let text = text.trim();
        let (number, extension) = match text.split_once(['x', 'X']) {
            Some((number, extension)) => (number.trim(), Some(extension.trim())),
            None => (text, None),
        };
        if let Some(extension) = extension {
            if phone_type != PhoneType::Office {
                return Err(PhoneNumberFault::ExtensionNotAllowed);
            }
            if extension.is_empty() || extension.len() > 7 || !extension.bytes().all(|b| b.is_ascii_digit()) {
                return Err(PhoneNumberFault::NotANumber);
            }
        }
        if number.chars().any(|c| !(c.is_ascii_digit() || "+ -.()/\u{a0}".contains(c))) || number.len() > 40 {
            return Err(PhoneNumberFault::NotANumber);
        }
        let Some(digits) = number.strip_prefix('+') else {
            return Err(if number.bytes().any(|b| b.is_ascii_digit()) {
                PhoneNumberFault::CountryCodeMissing
            } else {
                PhoneNumberFault::NotANumber
            });
        };
        if digits.contains('+') || !digits.bytes().any(|b| b.is_ascii_digit()) {
            return Err(PhoneNumberFault::NotANumber);
        }
        let parsed = phonenumber::parse(None, number).map_err(|fault| match fault {
            ParseError::InvalidCountryCode => PhoneNumberFault::CountryCodeUnknown,
            ParseError::TooShortAfterIdd | ParseError::TooShortNsn => PhoneNumberFault::TooShort,
            ParseError::TooLong => PhoneNumberFault::TooLong,
            _ => PhoneNumberFault::NotANumber,
        })?;
        if !parsed.is_valid() {
            return Err(length_fault(&parsed));
        }
        let country = parsed.code().value().to_string();
        let e164 = parsed.format().mode(Mode::E164).to_string();
        let national = e164.trim_start_matches('+').strip_prefix(&country).unwrap_or_default();
        Ok(Self(match extension {
            Some(extension) => format!("+{country} {national}x{extension}"),
            None => format!("+{country} {national}"),
        }))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Too short, too long, or of a right length and yet no number. Lengths are those of all countries with this code.
fn length_fault(number: &phonenumber::PhoneNumber) -> PhoneNumberFault {
    let national = number.national().value().to_string().len() + usize::from(number.national().zeros());
    let lengths: Vec<usize> = phonenumber::metadata::DATABASE
        .by_code(&number.code().value())
        .unwrap_or_default()
        .into_iter()
        .flat_map(|meta| {
            let kinds = meta.descriptors();
            // The general descriptor's lengths are empty for many countries.
            [Some(kinds.general()), kinds.fixed_line(), kinds.mobile()]
                .into_iter()
                .flatten()
                .flat_map(|kind| kind.possible_length().to_vec())
                .collect::<Vec<u16>>()
        })
        .map(usize::from)
        .collect();
    match (lengths.iter().min(), lengths.iter().max()) {
        (Some(shortest), _) if national < *shortest => PhoneNumberFault::TooShort,
        (_, Some(longest)) if national > *longest => PhoneNumberFault::TooLong,
        _ => PhoneNumberFault::NotInUse,
    }
}

/// The country of a stored number (ISO 3166), `ZZ` where it is not known.
pub(crate) fn country(stored: &str) -> String {
    let number = stored.split('x').next().unwrap_or(stored);
    phonenumber::parse(None, number)
        .ok()
        .and_then(|parsed| parsed.metadata(&phonenumber::metadata::DATABASE).map(|meta| meta.id().to_owned()))
        .filter(|id| id.len() == 2 && id.bytes().all(|byte| byte.is_ascii_uppercase()))
        .unwrap_or_else(|| "ZZ".to_owned())
}

/// All but the country code and the last two digits hidden: `+1 XXXXXXXX34`; an extension is hidden whole.
pub(crate) fn masked(stored: &str) -> String {
    let number = stored.split('x').next().unwrap_or(stored);
    let (country, national) = number.split_once(' ').unwrap_or(("", number));
    let hidden = national.chars().count().saturating_sub(2);
    let shown: String = national.chars().skip(hidden).collect();
    format!("{country} {}{shown}", "X".repeat(hidden)).trim_start().to_owned()
}

#[cfg(test)]
mod tests {
    use proofup_api::{PhoneNumberFault, PhoneType};

    use super::{PhoneNumber, masked};

    fn mobile(text: &str) -> Result<String, PhoneNumberFault> {
        PhoneNumber::parse(text, PhoneType::Mobile).map(|number| number.as_str().to_owned())
    }

    #[test]
    fn keeps_every_way_of_writing_a_number_in_one_form() {
        for text in ["+1 4255550123", "+14255550123", " +1 (425) 555-0123 ", "+1.425.555.0123"] {
            assert_eq!(mobile(text).unwrap(), "+1 4255550123", "{text}");
        }
        assert_eq!(mobile("+31 6 12345678").unwrap(), "+31 612345678");
        assert_eq!(mobile("+886 912 345 678").unwrap(), "+886 912345678");
        assert_eq!(mobile("+86 131 1234 5678").unwrap(), "+86 13112345678");
        assert_eq!(mobile("+39 06 1234 5678").unwrap(), "+39 0612345678", "a leading zero that belongs to the number");
    }

    #[test]
    fn says_what_is_wrong_with_a_number() {
        for (text, fault) in [
            ("4255550123", PhoneNumberFault::CountryCodeMissing),
            ("0031612345678", PhoneNumberFault::CountryCodeMissing),
            ("+999 1234567", PhoneNumberFault::CountryCodeUnknown),
            ("+1 42555", PhoneNumberFault::TooShort),
            ("+1 425555012345", PhoneNumberFault::TooLong),
            ("+31 61234567890123", PhoneNumberFault::TooLong),
            ("+1 0005550123", PhoneNumberFault::NotInUse),
            ("hello", PhoneNumberFault::NotANumber),
            ("+", PhoneNumberFault::NotANumber),
            ("", PhoneNumberFault::NotANumber),
            ("+1 425555O123", PhoneNumberFault::NotANumber),
            ("+1 4255550123x12", PhoneNumberFault::ExtensionNotAllowed),
        ] {
            assert_eq!(mobile(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn an_office_phone_may_have_an_extension() {
        let number = PhoneNumber::parse("+1 425-555-0123 x 123", PhoneType::Office).unwrap();
        assert_eq!(number.as_str(), "+1 4255550123x123");
        assert_eq!(PhoneNumber::parse("+1 4255550123x1a", PhoneType::Office), Err(PhoneNumberFault::NotANumber));
    }

    #[test]
    fn shows_the_last_two_digits_alone() {
        assert_eq!(masked("+1 4255551264"), "+1 XXXXXXXX64");
        assert_eq!(masked("+31 612345678"), "+31 XXXXXXX78");
        assert_eq!(masked("+1 4255551264x123"), "+1 XXXXXXXX64");
    }
}
