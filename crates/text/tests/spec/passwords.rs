//! Passwords.

use proofup_text::password;
use proptest::prelude::*;

#[test]
fn every_spelling_of_the_same_letters_is_one_password() {
    assert_eq!(password("Gru\u{308}n-4711-x").as_str(), "Gr\u{fc}n-4711-x");
    assert_eq!(password("Gr\u{fc}n-4711-x").as_str(), "Gr\u{fc}n-4711-x");
    assert_eq!(password("각").as_str(), password("\u{1100}\u{1161}\u{11a8}").as_str());
    assert_eq!(password("correct\u{a0}horse").as_str(), "correct horse");
}

#[test]
fn passwords_that_differ_to_the_eye_differ() {
    for other in ["gr\u{fc}n", "Gr\u{fc}n ", " Gr\u{fc}n", "Grun", "Ｇr\u{fc}n", "Gr\u{fc}\u{200d}n"] {
        assert_ne!(password(other), password("Gr\u{fc}n"), "{other:?}");
    }
}

proptest! {
    #[test]
    fn normalising_a_password_twice_changes_nothing(text in "\\PC*") {
        let once = password(&text);
        prop_assert_eq!(&password(&once), &once);
        // It was allocated once: a buffer that grows leaves a copy that nothing wipes.
        prop_assert!(once.capacity() <= (3 * text.len()).max(8));
    }
}
