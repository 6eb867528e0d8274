//! Codes, keys and numbers.

use proofup_text::{is_dash, is_invisible, plain, plain_character, symbols};
use proptest::prelude::*;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

#[test]
fn removes_what_an_input_method_or_a_web_page_adds() {
    for (typed, meant) in [
        ("١٢٣٤٥٦", "123456"),
        ("۱۲۳۴۵۶", "123456"),
        ("१२३४५६", "123456"),
        ("１２３４５６", "123456"),
        ("\u{1d7ce}\u{1d7d9}\u{1d7e4}", "012"),
        ("\u{200e}123456", "123456"),
        ("123\u{200b}456", "123456"),
        ("\u{2068}+1 425 555 0123\u{2069}", "+1 425 555 0123"),
        ("+1\u{202f}425\u{a0}555\u{3000}0123", "+1 425 555 0123"),
        ("+1 425\u{2011}555\u{2013}0123\u{2212}4", "+1 425-555-0123-4"),
        ("＋81（90）1234ー5678", "+81(90)1234-5678"),
        ("\u{feff}wh3s\u{ad}vs3c\r\n", "wh3svs3c"),
        ("ａｂＣ", "abC"),
        ("", ""),
        ("\u{200b} \u{200b}", ""),
    ] {
        assert_eq!(plain(typed).as_str(), meant, "{typed:?}");
    }
}

#[test]
fn groups_are_no_part_of_a_code() {
    for typed in ["123 456", "123-456", "\u{202a}123\u{2013}456\u{202c}\r\n", "１２３\u{3000}٤٥٦"] {
        assert_eq!(symbols(typed).collect::<String>(), "123456", "{typed:?}");
    }
}

#[test]
fn a_character_without_a_plain_form_stays_so_that_an_error_can_name_it() {
    for character in ['é', 'ı', '½', '²', '一', '🔑', '\u{0}', '\u{7f}', '؀'] {
        assert_eq!(plain_character(character), Some(character), "{character:?}");
    }
}

#[test]
fn every_decimal_digit_of_unicode_has_its_value() {
    let digits: Vec<char> =
        ('\u{0}'..=char::MAX).filter(|c| c.general_category() == GeneralCategory::DecimalNumber).collect();
    assert!(digits.len() >= 680, "{} digits", digits.len());
    assert_eq!(digits.len() % 10, 0);
    for script in digits.chunks(10) {
        let values: String = script.iter().filter_map(|digit| plain_character(*digit)).collect();
        assert_eq!(values, "0123456789", "{script:?}");
    }
}

#[test]
fn no_dash_is_invisible() {
    assert_eq!(('\u{0}'..=char::MAX).find(|c| is_dash(*c) && is_invisible(*c)), None);
    assert!(('\u{0}'..='\u{7f}').all(|c| !is_invisible(c)));
}

proptest! {
    #[test]
    fn normalising_a_plain_text_twice_changes_nothing(text in "\\PC*|[ -~\u{200b}\u{a0}\u{660}-\u{669}\u{2010}-\u{2015}]*") {
        let once = plain(&text);
        prop_assert_eq!(plain(&once), once);
    }

    #[test]
    fn plain_text_stays(text in "[!-~]([ -~]*[!-~])?") {
        let meant = plain(&text);
        prop_assert_eq!(&*meant, &text);
    }
}
