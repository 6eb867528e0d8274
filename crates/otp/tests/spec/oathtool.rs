//! The same codes as `oathtool` over random accounts and moments, where it is installed.
//!
//! One run of the program makes the codes of a whole window, so that hundreds of codes are compared in a few runs.

use std::process::Command;

use proofup_otp::{Algorithm, OtpParams};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};

use crate::{hotp, totp};

/// How many codes one run makes after the first.
const WINDOW: u64 = 15;

fn oathtool(arguments: &[String]) -> Option<Vec<String>> {
    let output = Command::new("oathtool").args(arguments).output().ok()?;
    assert!(output.status.success(), "oathtool refused {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect())
}

/// A random account, in the form that both sides accept.
fn accounts() -> impl Strategy<Value = (Vec<u8>, Algorithm, u64, u64, u64)> {
    let algorithms = prop_oneof![Just(Algorithm::Sha1), Just(Algorithm::Sha256), Just(Algorithm::Sha512)];
    // oathtool makes codes of six to eight digits.
    (prop::collection::vec(any::<u8>(), 1..=200), algorithms, 6_u64..=8, 1_u64..=86_400, 0_u64..=253_402_300_799)
}

fn compare(arguments: Vec<String>, first_step: u64, params: &OtpParams) -> Result<usize, TestCaseError> {
    let expected = oathtool(&arguments).unwrap_or_else(|| panic!("oathtool was there a moment ago"));
    prop_assert_eq!(expected.len() as u64, WINDOW + 1);
    for (step, code) in (first_step..).zip(&expected) {
        let ours = params.code_for_step(step);
        prop_assert_eq!(ours.as_str(), code.as_str(), "step {} of {:?}", step, &arguments);
    }
    Ok(expected.len())
}

#[test]
fn agrees_with_oathtool() {
    if oathtool(&["--version".to_owned()]).is_none() {
        eprintln!("skipped: oathtool is not installed");
        return;
    }
    let compared = std::cell::Cell::new(0);
    let mut runner = TestRunner::new(Config { cases: 40, ..Config::default() });
    let agreed = runner.run(&accounts(), |(key, algorithm, digits, period, time)| {
        let hex = data_encoding::HEXLOWER.encode(&key);
        let common = [format!("--digits={digits}"), format!("--window={WINDOW}"), hex];
        let by_time =
            [format!("--totp={}", algorithm.name()), format!("--time-step-size={period}s"), format!("--now=@{time}")];
        let by_counter = ["--hotp".to_owned(), format!("--counter={time}")];
        let timed = compare([&by_time[..], &common].concat(), time / period, &totp(&key, period, algorithm, digits))?;
        let counted = compare([&by_counter[..], &common].concat(), time, &hotp(&key, time, digits))?;
        compared.set(compared.get() + timed + counted);
        Ok(())
    });
    agreed.unwrap();
    assert_eq!(compared.get() as u64, 40 * 2 * (WINDOW + 1));
}
