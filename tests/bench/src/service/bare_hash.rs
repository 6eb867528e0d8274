//! The theoretical limit of sign-ins: only the hashes, on every processor.

use std::time::{Duration, Instant};

use argon2::{Algorithm, Argon2, Params, Version};

use crate::Failure;

const MEASURED: Duration = Duration::from_secs(4);

/// Hashes per second.
pub fn rate(memory_kib: u32, passes: u32) -> Result<f64, Failure> {
    let params = Params::new(memory_kib, passes, 1, None).map_err(|error| error.to_string())?;
    let processors = std::thread::available_parallelism()?.get();
    let begun = Instant::now();
    let hashed: usize = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..processors).map(|_| scope.spawn(|| hashes_until_the_end(&params, begun))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap_or(0)).sum()
    });
    Ok(hashed as f64 / begun.elapsed().as_secs_f64())
}

fn hashes_until_the_end(params: &Params, begun: Instant) -> usize {
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone());
    let mut hashed = 0;
    while begun.elapsed() < MEASURED {
        let mut output = [0; 32];
        if argon2.hash_password_into(b"the password of nobody", b"salt of the bench", &mut output).is_err() {
            return 0;
        }
        std::hint::black_box(output);
        hashed += 1;
    }
    hashed
}
