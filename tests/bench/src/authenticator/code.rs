//! Compares one code with the bare HMAC.

use std::{hint::black_box, time::Instant};

use hmac::{Hmac, KeyInit, Mac};
use proofup_otp::{Algorithm, Kind, OtpParams, Secret};

use proofup_bench::{
    summary::{Summary, ratio},
    verdict,
};

const RUNS: usize = 15;
const CODES: u64 = 20_000;
const BAR: f64 = 1.5;

/// Prints a line for each algorithm.
pub fn print() {
    let key = *b"12345678901234567890";
    for (name, algorithm, floor) in [
        ("SHA1", Algorithm::Sha1, hmac::<Hmac<sha1::Sha1>> as fn(&[u8], u64)),
        ("SHA256", Algorithm::Sha256, hmac::<Hmac<sha2::Sha256>>),
        ("SHA512", Algorithm::Sha512, hmac::<Hmac<sha2::Sha512>>),
    ] {
        let Ok(secret) = Secret::from_bytes(key.to_vec()) else { continue };
        let Ok(params) = OtpParams::new(secret, Kind::Totp { period: 30 }, algorithm, 6) else { continue };
        let (mut ours, mut bare) = (Vec::new(), Vec::new());
        // They alternate, so that a busy moment of the machine affects both.
        for _ in 0..RUNS {
            bare.push(microseconds(|step| floor(&key, step)));
            ours.push(microseconds(|step| drop(black_box(params.code_for_step(step)))));
        }
        let (ours, bare) = (Summary::of(&ours).median, Summary::of(&bare).median);
        let met = verdict(ours <= BAR * bare);
        println!(
            "| one code, {name}, µs | {ours:.2} | {bare:.2}, bare HMAC | {} | ≤ {BAR} × | {met} |",
            ratio(ours, bare)
        );
    }
}

fn microseconds(mut one: impl FnMut(u64)) -> f64 {
    let begun = Instant::now();
    (0..CODES).for_each(|step| one(black_box(step)));
    begun.elapsed().as_secs_f64() * 1e6 / CODES as f64
}

fn hmac<M: Mac + KeyInit>(key: &[u8], step: u64) {
    if let Ok(mut mac) = <M as KeyInit>::new_from_slice(key) {
        mac.update(&step.to_be_bytes());
        black_box(mac.finalize().into_bytes());
    }
}
