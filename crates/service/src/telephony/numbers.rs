//! Phone numbers: read as people paste them, kept in one form, shown masked.

use phonenumber::{Mode, ParseError};
use proofup_api::{PhoneNumberFault, PhoneType};

/// A number in the form in which it is stored: `+1 4255551234`, extension as `+1 4255551234x123`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PhoneNumber(String);

impl PhoneNumber {
    /// Reads a number with its country code, as it is typed, pasted from a page, or written in a link. Spaces, dots, dashes
    /// and brackets are dropped.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(crate) fn parse(text: &str, phone_type: PhoneType) -> Result<Self, PhoneNumberFault> {
        let text = proofup_text::plain(text).to_ascii_lowercase().replace(PLUS_SIGNS, "+");
        let (number, extension) = match text.strip_prefix("tel:") {
            Some(link) => parts_of_link(&link.replace("%2b", "+").replace("%20", " ")),
            None => parts(&text),
        };
        let (number, extension) = (number.as_str(), extension.as_deref());
        let extension = extension.map(|extension| digits_of(extension, " -")).transpose()?;
        if let Some(extension) = &extension {
            if phone_type != PhoneType::Office {
                return Err(PhoneNumberFault::ExtensionNotAllowed);
            }
            if extension.is_empty() || extension.len() > 7 {
                return Err(PhoneNumberFault::NotANumber);
            }
        }
        if number.len() > 60 {
            return Err(PhoneNumberFault::NotANumber);
        }
        let (before, digits) = number.split_once('+').unwrap_or((number, ""));
        let in_front = digits_of(before, SEPARATORS)?;
        if !in_front.is_empty() {
            return Err(PhoneNumberFault::CountryCodeMissing);
        }
        // `+44 (0)20 …`: the zero is dialled at home alone. Where it is dialled from abroad too, nobody puts it in brackets.
        let digits = digits_of(&digits.replace("(0)", ""), SEPARATORS)?;
        let digits = without_zero_of_examples(digits);
        if digits.is_empty() {
            return Err(PhoneNumberFault::NotANumber);
        }
        let parsed = phonenumber::parse(None, format!("+{digits}")).map_err(|fault| match fault {
            ParseError::InvalidCountryCode => PhoneNumberFault::CountryCodeUnknown,
            ParseError::TooShortAfterIdd | ParseError::TooShortNsn => PhoneNumberFault::TooShort,
            ParseError::TooLong => PhoneNumberFault::TooLong,
            _ => PhoneNumberFault::NotANumber,
        })?;
        if !parsed.is_valid() && !is_for_examples(&digits) {
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

/// What people and programs write between the digits of a number.
const SEPARATORS: &str = " -.()[]/~·•‧∙・･";
/// Other characters that are a plus to people.
const PLUS_SIGNS: [char; 4] = ['\u{207a}', '\u{2795}', '\u{fb29}', '\u{fe62}'];

/// Marks before an extension: `x42`, `ext. 42`, `#42`, and in links `;ext=42`.
const EXTENSION_MARKS: [&str; 7] = [";ext=", "extension", "extn", "ext.", "ext", "x", "#"];

/// A number and its extension, if there is one.
fn parts(text: &str) -> (String, Option<String>) {
    let Some((number, extension)) = EXTENSION_MARKS.iter().find_map(|mark| text.split_once(mark)) else {
        return (text.to_owned(), None);
    };
    // An extension may be set off by a comma, or stand in brackets.
    let (before, extension) =
        (number.trim_end_matches([' ', ',', ';', '(']), extension.trim_start_matches(['.', ':', ' ']));
    let in_brackets = number.trim_end().ends_with('(');
    let extension = if in_brackets { extension.strip_suffix(')').unwrap_or(extension) } else { extension };
    (before.to_owned(), Some(extension.to_owned()))
}

/// The same of a link, which has parameters of other kinds too (RFC 3966).
fn parts_of_link(link: &str) -> (String, Option<String>) {
    let mut parameters = link.split(';');
    let (number, extension) = parts(parameters.next().unwrap_or_default());
    let named = parameters.find_map(|parameter| parameter.trim().strip_prefix("ext=").map(str::to_owned));
    (number, named.or(extension))
}

/// The digits of a text that holds nothing else but separators.
fn digits_of(text: &str, separators: &str) -> Result<String, PhoneNumberFault> {
    text.chars()
        .filter(|character| !separators.contains(*character))
        .map(|character| character.is_ascii_digit().then_some(character).ok_or(PhoneNumberFault::NotANumber))
        .collect()
}

/// Numbers that the United Kingdom keeps for films, texts and tests, as 555-01xx is kept in North America. Unlike those they are no
/// numbers to libphonenumber.
fn is_for_examples(digits: &str) -> bool {
    digits.len() == 12 && digits.starts_with("447700900")
}

/// libphonenumber drops the zero that is dialled at home from numbers alone.
fn without_zero_of_examples(digits: String) -> String {
    let dropped = digits.strip_prefix("440").map(|rest| format!("44{rest}"));
    dropped.filter(|digits| is_for_examples(digits)).unwrap_or(digits)
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
    fn reads_numbers_as_they_are_pasted() {
        for (text, number) in [
            ("+1 425\u{2011}555\u{2011}0123", "+1 4255550123"),
            ("+1 425\u{2010}555\u{2010}0123", "+1 4255550123"),
            ("+1 (425) 555\u{2013}0123", "+1 4255550123"),
            ("\u{202d}+447700900123\u{202c}", "+44 7700900123"),
            ("\u{202a}+1 425 555 0123\u{202c}", "+1 4255550123"),
            ("\u{2068}+1 425 555 0123\u{2069}", "+1 4255550123"),
            ("+1\u{200b}4255550123", "+1 4255550123"),
            ("+1\u{202f}425\u{202f}555\u{202f}0123", "+1 4255550123"),
            ("\u{ff0b}81 90-1234-5678", "+81 9012345678"),
            ("+١ ٤٢٥ ٥٥٥ ٠١٢٣", "+1 4255550123"),
            ("+1\u{ff08}425\u{ff09}555\u{ff10}123", "+1 4255550123"),
            ("(+44) 020 7946 0018", "+44 2079460018"),
            ("+44 (0)20 7946 0018", "+44 2079460018"),
            ("tel:+1-425-555-0123", "+1 4255550123"),
            ("TEL:+14255550123\r\n", "+1 4255550123"),
            ("+1 [425] 555·0123", "+1 4255550123"),
            ("+39 06 1234 5678", "+39 0612345678"),
            ("+1・425・555・0123", "+1 4255550123"),
            ("\u{fe62}1 425 555 0123", "+1 4255550123"),
            ("tel:%2B1-425-555-0123", "+1 4255550123"),
            ("tel:+14255550123;isub=1", "+1 4255550123"),
            ("(+44) 07700 900123", "+44 7700900123"),
        ] {
            assert_eq!(mobile(text).as_deref(), Ok(number), "{text:?}");
        }
    }

    #[test]
    fn reads_extensions_as_they_are_pasted() {
        for text in [
            "+1 425 555 0123 x42",
            "+1 425 555 0123 X 42",
            "+1 425 555 0123 ext. 42",
            "+1 425 555 0123, ext 42",
            "+1 425 555 0123 Extension: 42",
            "+1 425 555 0123 #42",
            "tel:+1-425-555-0123;ext=42",
            "tel:+14255550123;ext=42;isub=1",
            "tel:%2B14255550123;isub=1;ext=42",
            "+1 425 555 0123 (ext. 42)",
            "+1 425 555 0123 ｘ４２",
            "+1 425 555 0123 ext\u{a0}4\u{2011}2",
        ] {
            let number = PhoneNumber::parse(text, PhoneType::Office);
            assert_eq!(number.as_ref().map(PhoneNumber::as_str), Ok("+1 4255550123x42"), "{text:?}");
            assert_eq!(mobile(text), Err(PhoneNumberFault::ExtensionNotAllowed), "{text:?}");
        }
        for text in ["+1 425 555 0123 x", "+1 425 555 0123 x12345678", "+1 425 555 0123 xx42", "+1 425 555 0123 ext"] {
            assert_eq!(PhoneNumber::parse(text, PhoneType::Office), Err(PhoneNumberFault::NotANumber), "{text:?}");
        }
    }

    #[test]
    fn explains_what_is_wrong_with_a_number() {
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
            ("+1 425+5550123", PhoneNumberFault::NotANumber),
            ("tel:4255550123", PhoneNumberFault::CountryCodeMissing),
            ("+1 425 555 0123; +1 425 555 0124", PhoneNumberFault::NotANumber),
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
