//! Names.

use proofup_text::{listed_name, name, user_name};
use proptest::prelude::*;

#[test]
fn a_name_keeps_its_looks() {
    for (typed, meant) in [
        (" Anne\u{301}  B. ", "Ann\u{e9}  B."),
        ("\u{202a}GitHub\u{202c}", "GitHub"),
        ("Ann\u{a0}Bell", "Ann Bell"),
        ("陳小姐\u{3000}的手機", "陳小姐 的手機"),
        ("a\u{200b}b\u{ad}c\u{202e}d", "abcd"),
        ("\u{200d}x\u{200d}", "x"),
        ("می\u{200c}خواهم", "می\u{200c}خواهم"),
        ("👩\u{200d}💻 ❤\u{fe0f}", "👩\u{200d}💻 ❤\u{fe0f}"),
        ("ＡＢＣ銀行", "ＡＢＣ銀行"),
        ("a\nb", "a\nb"),
    ] {
        assert_eq!(name(typed), meant, "{typed:?}");
    }
}

#[test]
fn a_name_that_a_device_gives_itself_is_cut_to_fit_a_list() {
    assert_eq!(listed_name(" desk\u{7}\u{202e} ", 64), "desk");
    assert_eq!(listed_name("ab cd", 3), "ab");
    assert_eq!(listed_name("e\u{301}e\u{301}", 2), "\u{e9}\u{e9}");
    assert_eq!(listed_name("\u{0}\n", 64), "");
}

#[test]
fn one_user_name_however_it_is_typed() {
    for typed in [
        "ann@contoso.example",
        " Ann@Contoso.Example\n",
        "\u{202a}ann@contoso.example\u{202c}",
        "ann\u{200b}@contoso.example",
        "a\u{200d}nn@contoso.example",
        "ann\u{202e}@contoso.example",
        "ａｎｎ＠ｃｏｎｔｏｓｏ．example",
    ] {
        assert_eq!(user_name(typed), "ann@contoso.example", "{typed:?}");
    }
    assert_eq!(user_name("Andre\u{301}@contoso.example"), user_name("andr\u{e9}@contoso.example"));
    assert_eq!(user_name("ann٤٢@contoso.example"), "ann42@contoso.example");
}

proptest! {
    #[test]
    fn normalising_a_name_twice_changes_nothing(text in "\\PC*|[a-z\u{200b}-\u{200f}\u{fe0f}\u{301} \u{a0}]*") {
        let once = name(&text);
        prop_assert_eq!(name(&once), once);
        let once = user_name(&text);
        prop_assert_eq!(user_name(&once), once);
    }
}
