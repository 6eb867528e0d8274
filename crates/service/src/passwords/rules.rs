//! Rules for a new password. They hold for people, administrators and the command line.
//!
//! NIST SP 800-63B, section 3.1.1.2: at least eight characters where a second step is used too, long passwords are
//! accepted, no rule about kinds of characters, and no password that attackers try first.

use proofup_api::{ErrorCode, SecretText};

use crate::ServiceError;

const SHORTEST: usize = 8;
const LONGEST: usize = 256;

/// The first guesses of at least eight characters in lists of leaked passwords, in lower case.
const COMMON: &[&str] = &[
    "00000000",
    "11111111",
    "12121212",
    "12341234",
    "12344321",
    "123123123",
    "1234512345",
    "12345678",
    "123456789",
    "1234567890",
    "123456789a",
    "12345678910",
    "123456aa",
    "123qweasd",
    "147258369",
    "1q2w3e4r",
    "1q2w3e4r5t",
    "1qaz2wsx",
    "1qazxsw2",
    "87654321",
    "987654321",
    "9876543210",
    "a1234567",
    "a12345678",
    "a123456789",
    "aa123456",
    "aa12345678",
    "abc12345",
    "abcd1234",
    "abcdefgh",
    "adminadmin",
    "administrator",
    "asdf1234",
    "asdfasdf",
    "asdfghjk",
    "asdfghjkl",
    "baseball",
    "changeme",
    "changeme123",
    "computer",
    "football",
    "iloveyou",
    "letmein1",
    "letmein123",
    "michelle",
    "p@ssw0rd",
    "p@ssword",
    "passw0rd",
    "passwoord",
    "password",
    "password!",
    "password1",
    "password1!",
    "password12",
    "password123",
    "princess",
    "q1w2e3r4",
    "q1w2e3r4t5",
    "qazwsxedc",
    "qwer1234",
    "qwerasdf",
    "qwertyui",
    "qwertyuiop",
    "qwerty12",
    "qwerty123",
    "qwerty1234",
    "sunshine",
    "superman",
    "test1234",
    "trustno1",
    "wachtwoord",
    "wachtwoord1",
    "welcome1",
    "welcome123",
    "welkom01",
    "welkom123",
    "whatever",
    "zaq12wsx",
];

/// Refuses a new password that is none. `names` are the person's own, and the organisation's.
pub(crate) fn check(password: &SecretText, names: &[&str]) -> Result<(), ServiceError> {
    fault(&proofup_text::password(password.expose()), names).map_or(Ok(()), |reason| Err(refused(reason)))
}

/// A new password is refused for this reason.
pub(crate) fn refused(reason: &'static str) -> ServiceError {
    ServiceError::refused_with(ErrorCode::PasswordInvalid, "reason", reason)
}

fn fault(password: &str, names: &[&str]) -> Option<&'static str> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Some("too_short");
    }
    if length > LONGEST {
        return Some("too_long");
    }
    let folded = password.to_lowercase();
    let of_one_character = folded.chars().all(|character| folded.starts_with(character));
    let is_a_name = names.iter().any(|name| is_made_of(&folded, &name.to_lowercase()));
    (of_one_character || is_a_name || COMMON.contains(&folded.as_str())).then_some("too_common")
}

/// Whether a password is a name and at most a few digits or signs around it.
fn is_made_of(password: &str, name: &str) -> bool {
    let bare = |text: &str| text.chars().filter(|character| character.is_alphabetic()).collect::<String>();
    let (letters, name) = (bare(password), bare(name));
    !name.is_empty() && letters == name && password.chars().count() <= name.chars().count() + 4
}

#[cfg(test)]
mod tests {
    use super::{COMMON, LONGEST, SHORTEST, fault};

    #[test]
    fn eight_characters_of_any_kind_are_enough() {
        for password in ["apple-tree", "blå bær!", "密碼密碼很長很好", "                       x"] {
            assert_eq!(fault(password, &[]), None, "{password:?}");
        }
        assert_eq!(fault("a", &[]), Some("too_short"));
        assert_eq!(fault("1234567", &[]), Some("too_short"));
        assert_eq!(fault(&"ab".repeat(LONGEST), &[]), Some("too_long"));
    }

    #[test]
    fn common_passwords_are_refused() {
        let names = ["ann@contoso.example", "ann", "Ann Example", "Contoso"];
        for password in
            ["password", "Password123", "aaaaaaaaaa", "contoso2026", "Contoso!", "annexample1", "Ann Example"]
        {
            assert_eq!(fault(password, &names), Some("too_common"), "{password}");
        }
        assert_eq!(fault("contoso-apple-tree", &names), None, "more than the name");
    }

    #[test]
    fn the_list_is_in_order_and_holds_nothing_that_is_too_short_anyway() {
        assert!(COMMON.iter().all(|password| password.len() >= SHORTEST && *password == password.to_lowercase()));
    }
}
