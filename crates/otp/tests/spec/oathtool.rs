//! The same codes as `oathtool`, where it is installed.

use std::process::Command;

use proofup_otp::Algorithm;

use crate::{hotp, totp};

fn oathtool(arguments: &[&str]) -> Option<String> {
    let output = Command::new("oathtool").args(arguments).output().ok()?;
    assert!(output.status.success(), "oathtool refused {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).unwrap().trim().to_owned())
}

#[test]
fn agrees_with_oathtool() {
    if oathtool(&["--version"]).is_none() {
        eprintln!("skipped: oathtool is not installed");
        return;
    }
    let mut compared = 0;
    for (length, period, digits) in [(10, 30, 6), (20, 60, 7), (32, 45, 8), (64, 1, 6), (200, 86_400, 8)] {
        let key: Vec<u8> = (0..length).map(|byte: u8| byte.wrapping_mul(37)).collect();
        let hex = data_encoding::HEXLOWER.encode(&key);
        for (algorithm, name) in
            [(Algorithm::Sha1, "SHA1"), (Algorithm::Sha256, "SHA256"), (Algorithm::Sha512, "SHA512")]
        {
            for time in [0, 59, 1_700_000_000, 4_102_444_800] {
                let expected = oathtool(&[
                    &format!("--totp={name}"),
                    &format!("--digits={digits}"),
                    &format!("--time-step-size={period}s"),
                    &format!("--now=@{time}"),
                    &hex,
                ])
                .expect("it was there a moment ago");
                let code = totp(&key, period, algorithm, digits).code_at(time).unwrap();
                assert_eq!(code.code.as_str(), expected, "{name}, {period} s, {digits} digits, at {time}");
                compared += 1;
            }
        }
        for counter in [0, 1, 4_294_967_296] {
            let expected = oathtool(&["--hotp", &format!("--digits={digits}"), &format!("--counter={counter}"), &hex])
                .expect("it was there a moment ago");
            assert_eq!(hotp(&key, counter, digits).hotp_code().unwrap().as_str(), expected, "counter {counter}");
            compared += 1;
        }
    }
    assert_eq!(compared, 75);
}
