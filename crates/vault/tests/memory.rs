//! Locking removes secrets from memory. The test searches the whole memory of its own process, which runs nothing else,
//! for the secret of an account and for the key of the vault.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{
    fs::{self, File},
    os::unix::fs::FileExt,
    sync::Arc,
};

use jiff::Timestamp;
use proofup_otp::{Algorithm, Kind, OtpParams, Secret};
use proofup_vault::{NewEntry, NoKeyring, Vault, VaultConfig, WorkFactor};
use secrecy::{ExposeSecret, SecretString};
use uuid::Uuid;

/// The searched values are never in memory in clear: each byte is masked with this.
const MASK: u8 = 0x5a;
const CHUNK: usize = 1 << 20;
const PAGE: usize = 4096;

/// A masked secret to search for.
struct Wanted {
    name: &'static str,
    masked: Vec<u8>,
}

impl Wanted {
    fn new(name: &'static str, clear: impl Iterator<Item = u8>) -> Self {
        Self { name, masked: clear.map(|byte| byte ^ MASK).collect() }
    }

    /// Whether these bytes begin with it.
    fn begins(&self, clear: &[u8]) -> bool {
        clear.len() >= self.masked.len()
            && clear.iter().zip(&self.masked).all(|(clear, masked)| clear ^ MASK == *masked)
    }
}

/// How often each is in the writable memory of this process: heap and stacks.
fn in_memory<const N: usize>(wanted: &[Wanted; N]) -> [usize; N] {
    let maps = fs::read_to_string("/proc/self/maps").unwrap();
    let memory = File::open("/proc/self/mem").unwrap();
    let longest = wanted.iter().map(|one| one.masked.len()).max().unwrap();
    let (mut chunk, zeros) = (vec![0; CHUNK + longest], vec![0; PAGE + longest]);
    let mut found = [0; N];
    for line in maps.lines().filter(|line| line.contains(" rw-p ")) {
        let (from, to) = line.split_once(' ').unwrap().0.split_once('-').unwrap();
        let [mut from, to] = [from, to].map(|text| u64::from_str_radix(text, 16).unwrap());
        while from < to {
            let length = chunk.len().min(usize::try_from(to - from).unwrap());
            let read = memory.read_at(&mut chunk[..length], from).unwrap_or(0);
            for page in (0..read.min(CHUNK)).step_by(PAGE) {
                let bytes = &chunk[page..read.min(page + PAGE + longest)];
                // Most of a stack is unused.
                if bytes == &zeros[..bytes.len()] {
                    continue;
                }
                for start in 0..bytes.len().min(PAGE) {
                    for (one, found) in wanted.iter().zip(&mut found) {
                        *found += usize::from(one.begins(&bytes[start..]));
                    }
                }
            }
            // The chunk itself is memory that is searched.
            chunk.fill(0);
            from += CHUNK as u64;
        }
    }
    found
}

/// The 32 bytes that the 58 symbols of a key's text encode, one by one.
fn key_bytes(text: &str) -> impl Iterator<Item = u8> {
    let symbols = text.trim_start_matches("AGE-SECRET-KEY-1").bytes().take(52);
    let value = |symbol: u8| "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L".bytes().position(|known| known == symbol).unwrap();
    let mut bits = symbols.flat_map(move |symbol| (0..5).rev().map(move |bit| (value(symbol) >> bit & 1) as u8));
    std::iter::from_fn(move || bits.by_ref().take(8).reduce(|byte, bit| byte << 1 | bit)).take(32)
}

#[test]
fn a_lock_leaves_no_secret_in_memory() {
    let folder = tempfile::tempdir().unwrap();
    let now = Timestamp::UNIX_EPOCH;
    let mut config = VaultConfig::new(folder.path().to_owned(), Arc::new(NoKeyring), Arc::new(Uuid::new_v4));
    config.work_factor = WorkFactor::for_tests(1);
    let vault = Vault::new(config);
    let passphrase = || SecretString::from("correct horse battery");
    vault.create_with_passphrase(&passphrase(), now).unwrap();

    // Computed, because a constant would be in the program itself.
    let byte = |number: u8| number.wrapping_mul(73) ^ 0x91;
    let secret = || Secret::from_bytes((0..32).map(byte).collect()).unwrap();
    let params = OtpParams::new(secret(), Kind::Totp { period: 30 }, Algorithm::Sha1, 6).unwrap();
    vault.add(NewEntry { issuer: "GitHub".into(), account: "ann".into(), params, organisation: None }, now).unwrap();

    let sheet = vault.sheet().unwrap();
    let wanted = [
        Wanted::new("the secret of the account", (0..32).map(byte)),
        Wanted::new("the same in Base32", secret().to_base32().bytes()),
        Wanted::new("the vault's key", key_bytes(sheet.text().expose_secret())),
        Wanted::new("the same as text", sheet.text().expose_secret().bytes()),
    ];
    assert!(wanted.iter().all(|one| one.masked.len() >= 32));
    let there = in_memory(&wanted);
    assert!(there[0] > 0 && there[2] > 0 && there[3] > 0, "the search finds what is there: {there:?}");
    drop(sheet);

    for opened_again in [false, true] {
        if opened_again {
            vault.unlock(&passphrase(), now).unwrap();
            let there = in_memory(&wanted);
            assert!(there[0] > 0 && there[2] > 0, "{there:?}");
        }
        vault.lock();
        let left = in_memory(&wanted);
        let names = wanted.each_ref().map(|one| one.name);
        assert_eq!(left, [0; 4], "{names:?} are still there so often; opened again: {opened_again}");
    }
}
