//! Text of files.

use proofup_text::from_file;

#[test]
fn one_line_in_an_older_encoding_does_not_spoil_the_others() {
    let mut file = "Zo\u{eb}\n".as_bytes().to_vec();
    file.extend(b"Caf\xe9\r\n");
    file.extend("\u{738b}".as_bytes());
    assert_eq!(from_file(&file).as_str(), "Zo\u{eb}\nCaf\u{e9}\r\n\u{738b}");
}

#[test]
fn a_byte_order_mark_says_what_the_file_is() {
    for (bytes, text) in [
        (&b"\xff\xfea\0\xeb\0"[..], "a\u{eb}"),
        (b"\xfe\xff\0a\0\xeb", "a\u{eb}"),
        (b"\xef\xbb\xbfa", "a"),
        (b"\xff\xfe\x00\xd8a\0", "\u{fffd}a"),
        (b"\xff\xfea\0b", "a\u{fffd}"),
        (b"", ""),
    ] {
        assert_eq!(from_file(bytes).as_str(), text);
    }
}
