//! RFC 6238, appendix B, with the three keys of its erratum 2866.

use proofup_otp::Algorithm;

use crate::totp;

const VECTORS: [(u64, &str, &str, &str); 6] = [
    (59, "94287082", "46119246", "90693936"),
    (1_111_111_109, "07081804", "68084774", "25091201"),
    (1_111_111_111, "14050471", "67062674", "99943326"),
    (1_234_567_890, "89005924", "91819424", "93441116"),
    (2_000_000_000, "69279037", "90698825", "38618901"),
    (20_000_000_000, "65353130", "77737706", "47863826"),
];

#[test]
fn makes_the_codes_of_appendix_b_with_all_three_hashes() {
    let key: Vec<u8> = b"1234567890".iter().copied().cycle().take(64).collect();
    for (time, sha1, sha256, sha512) in VECTORS {
        for (algorithm, length, expected) in
            [(Algorithm::Sha1, 20, sha1), (Algorithm::Sha256, 32, sha256), (Algorithm::Sha512, 64, sha512)]
        {
            let code = totp(&key[..length], 30, algorithm, 8).code_at(time).unwrap();
            assert_eq!(code.code.as_str(), expected, "{algorithm:?} at {time}");
        }
    }
}

#[test]
fn a_code_knows_when_it_begins_and_ends() {
    let params = totp(b"12345678901234567890", 30, Algorithm::Sha1, 6);
    for second in [60, 75, 89] {
        let code = params.code_at(second).unwrap();
        assert_eq!((code.valid_from, code.valid_until), (60, 90), "at second {second}");
    }
    assert_eq!(params.code_at(90).unwrap().valid_from, 90, "a code ends where the next begins");
}

#[test]
fn the_code_after_is_the_code_of_the_next_step() {
    let params = totp(b"12345678901234567890", 30, Algorithm::Sha1, 6);
    let after = params.code_after(59).unwrap();
    let next = params.code_at(60).unwrap();
    assert_eq!(after.code.as_str(), next.code.as_str());
    assert_eq!((after.valid_from, after.valid_until), (60, 90));
}
