//! Codes as people type them.

use proofup_otp::{NotACode, OtpCode};

#[test]
fn takes_groups_and_the_digits_of_every_script() {
    for text in [
        "123456",
        "123 456",
        " 123456\n",
        "123-456",
        "１２３４５６",
        "1 2 3 4 5 6",
        "١٢٣٤٥٦",
        "१२३४५६",
        "\u{200e}123456",
        "123\u{200b}456",
        "123\u{2013}456",
    ] {
        assert_eq!(OtpCode::parse(text, 6).unwrap().as_str(), "123456", "{text:?}");
    }
    assert_eq!(OtpCode::parse("0123 4567", 8).unwrap().as_str(), "01234567");
}

#[test]
fn refuses_a_text_that_is_not_a_code() {
    for text in ["", " ", "12345", "1234567", "12345a", "+12345", "12.456", "一二三四五六", "123456\u{0}"] {
        assert_eq!(OtpCode::parse(text, 6).unwrap_err(), NotACode { digits: 6 }, "{text:?}");
    }
    assert!(OtpCode::parse("", 0).is_err());
    assert!(OtpCode::parse(&"1".repeat(1_000_000), 6).is_err());
}

#[test]
fn is_never_printed() {
    let code = OtpCode::parse("735291", 6).unwrap();
    assert!(!format!("{code:?}").contains("735291"));
}
