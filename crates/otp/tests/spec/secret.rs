//! Which texts are base32 secrets.

use proofup_otp::{Base32Secret, OtpError, Secret};

fn bytes(text: &str) -> Vec<u8> {
    Secret::from_base32(text).unwrap().expose().to_vec()
}

#[test]
fn reads_the_vectors_of_rfc_4648() {
    for (text, expected) in [
        ("MY======", "f"),
        ("MZXQ====", "fo"),
        ("MZXW6===", "foo"),
        ("MZXW6YQ=", "foob"),
        ("MZXW6YTB", "fooba"),
        ("MZXW6YTBOI======", "foobar"),
    ] {
        assert_eq!(bytes(text), expected.as_bytes(), "{text}");
    }
}

#[test]
fn reads_what_people_type() {
    for text in [
        "mzxw6ytboi",
        "MZXW 6YTB OI",
        "mzxw-6ytb-oi",
        " MZXW6YTBOI\n",
        "MZXW6\u{a0}YTBOI",
        "MZXW6YTBOI=== ===",
        "\u{202a}MZXW6\u{200b}YTBOI\u{202c}",
        "ＭＺＸＷ６ＹＴＢＯＩ",
        "MZXW\u{2013}6YTB\u{2011}OI",
        "MZXW٦YTBOI",
    ] {
        assert_eq!(bytes(text), b"foobar", "{text:?}");
    }
}

#[test]
fn names_the_wrong_character_and_its_position() {
    for (text, character, position) in [
        ("MZXW0YTB", '0', 5),
        ("1ZXW6YTB", '1', 1),
        ("MZXW 8YTB", '8', 6),
        ("MZ\u{131}W", '\u{131}', 3),
        ("MZXW6YT\u{212a}", '\u{212a}', 8),
        ("MY==MY==", '=', 3),
        ("\u{1f511}", '\u{1f511}', 1),
        ("MZXW\u{0}", '\u{0}', 5),
    ] {
        assert_eq!(
            Secret::from_base32(text),
            Err(OtpError::SecretNotBase32 { character, position }),
            "{text:?}: nothing is guessed, because a wrong secret makes wrong codes silently"
        );
    }
}

#[test]
fn a_text_without_a_whole_byte_is_empty() {
    for text in ["", "   ", "====", "A", "-"] {
        assert_eq!(Secret::from_base32(text), Err(OtpError::SecretEmpty), "{text:?}");
    }
    assert_eq!(Secret::from_bytes(Vec::new()), Err(OtpError::SecretEmpty));
}

#[test]
fn accepts_impossible_lengths_and_marks_them() {
    for (text, expected, odd) in
        [("MZX", &b"f"[..], true), ("MZXW6Y", b"foo", true), ("MZXW6YTBO", b"fooba", true), ("MZXW6YQ", b"foob", false)]
    {
        let parsed = Base32Secret::parse(text).unwrap();
        assert_eq!((parsed.secret.expose(), parsed.odd_length), (expected, odd), "{text}");
    }
}

#[test]
fn drops_left_over_bits() {
    assert_eq!(bytes("MZ"), b"f", "the last two bits of Z are not zero and belong to no byte");
}

#[test]
fn the_longest_secret_is_512_bytes() {
    assert!(Secret::from_bytes(vec![7; 512]).is_ok());
    assert_eq!(Secret::from_bytes(vec![7; 513]), Err(OtpError::SecretTooLong { bytes: 513 }));
    let text = Secret::from_bytes(vec![7; 512]).unwrap().to_base32();
    assert_eq!(bytes(&text).len(), 512);
    assert_eq!(Secret::from_base32(&"A".repeat(821)), Err(OtpError::SecretTooLong { bytes: 513 }));
    assert!(matches!(Secret::from_base32(&"A".repeat(10_000_000)), Err(OtpError::SecretTooLong { .. })));
}

#[test]
fn is_never_printed() {
    let secret = Secret::from_bytes(b"opensesame".to_vec()).unwrap();
    let printed = format!("{secret:?} {:?}", Base32Secret { secret: secret.clone(), odd_length: false });
    for form in ["opensesame", &secret.to_base32(), "111, 112"] {
        assert!(!printed.contains(form), "{printed} shows the secret");
    }
}
