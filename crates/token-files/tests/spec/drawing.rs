//! Drawing QR codes.

use proofup_token_files::{TokenFileError, qr_svg};

const LINK: &str = "otpauth://totp/Contoso:anna%40contoso.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Contoso";

#[test]
fn draws_black_on_white_at_no_fixed_size() {
    let svg = qr_svg(LINK).unwrap();
    assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "), "{}", &svg[..80]);
    assert!(svg.contains("shape-rendering=\"crispEdges\"") && svg.ends_with("</svg>"));
    assert!(svg.contains("fill=\"#fff\"") && svg.contains("fill=\"#000\""));
    for absent in ["role=", "width=", "height=", "<text", "<title", "style="] {
        assert!(!svg.contains(absent), "the page sets {absent}");
    }
}

#[test]
fn leaves_a_quiet_zone_of_four_modules() {
    let drawn = crate::pictures::modules_of(&qr_svg(LINK).unwrap());
    let side = drawn.len();
    let dark = |x: usize, y: usize| drawn[y][x];
    for y in 0..side {
        for x in 0..side {
            let outside = x < 4 || y < 4 || x >= side - 4 || y >= side - 4;
            assert!(!(outside && dark(x, y)), "module {x},{y} lies in the quiet zone");
        }
    }
    assert!(dark(4, 4) && dark(side - 5, 4) && dark(4, side - 5), "the finder patterns stand in the corners");
}

#[test]
fn refuses_a_text_that_does_not_fit() {
    assert!(qr_svg(&"x".repeat(2_331)).is_ok());
    assert_eq!(qr_svg(&"x".repeat(2_332)), Err(TokenFileError::TooLongForQr));
}
