//! RFC 4226, appendix D.

use crate::hotp;

const CODES: [&str; 10] =
    ["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"];

#[test]
fn makes_the_codes_of_appendix_d() {
    for (counter, expected) in (0..).zip(CODES) {
        let params = hotp(b"12345678901234567890", counter, 6);
        assert_eq!(params.hotp_code().unwrap().as_str(), expected, "counter {counter}");
    }
}

#[test]
fn the_next_counter_gives_the_next_code() {
    let mut params = hotp(b"12345678901234567890", 0, 6);
    for expected in CODES {
        assert_eq!(params.hotp_code().unwrap().as_str(), expected);
        params = params.with_next_counter().unwrap();
    }
}
