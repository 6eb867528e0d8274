//! The same containers of hardware tokens, read here and by `python3-pskc`: both must find the same keys.

use std::{
    collections::BTreeSet,
    io::Write as _,
    process::{Command, Stdio},
};

use data_encoding::HEXLOWER_PERMISSIVE;
use proofup_otp::Kind;
use proofup_token_files::{EncryptedFormat, FileKey, read_token_list, write_encrypted};
use zeroize::Zeroizing;

use crate::{
    exports::{accounts, counting},
    fixtures::folder,
};

/// Prints a line for each key of the container on standard input: serial number, kind, secret, counter or interval, digits.
const SCRIPT: &str = r#"
import binascii, io, sys, warnings
warnings.simplefilter('ignore')
from pskc import PSKC
container = PSKC(io.BytesIO(sys.stdin.buffer.read()))
way, key = sys.argv[1:]
if way == 'key':
    container.encryption.key = binascii.unhexlify(key)
elif way == 'password':
    container.encryption.derive_key(key)
for key in container.keys:
    kind = (key.algorithm or '').replace('#', ':').split(':')[-1]
    if kind in ('hotp', 'totp'):
        number = (key.counter or 0) if kind == 'hotp' else (key.time_interval or 30)
        print(key.serial, kind, binascii.hexlify(key.secret).decode(), number, key.response_length or 6, sep='|')
"#;

/// Containers among the real files, and the key or password of each.
const CONTAINERS: [(&str, &str, &str); 6] = [
    ("figure3", "none", ""),
    ("figure5", "none", ""),
    ("figure6", "key", "12345678901234567890123456789012"),
    ("figure7", "password", "qwerty"),
    ("figure9", "none", ""),
    ("figure10", "none", ""),
];

/// The one that Debian's packages are for; another may come first in the path.
const PYTHON: &str = "/usr/bin/python3";

#[expect(clippy::print_stdout, reason = "a test that is not run says so")]
fn is_installed() -> bool {
    let found = Command::new(PYTHON).args(["-c", "import pskc"]).stderr(Stdio::null()).status();
    let is_installed = found.is_ok_and(|status| status.success());
    if !is_installed {
        println!("not run: python3-pskc is not installed");
    }
    is_installed
}

fn of_python(container: &[u8], way: &str, key: &str) -> BTreeSet<String> {
    let mut python = Command::new(PYTHON);
    let python = python.args(["-c", SCRIPT, way, key]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut python = python.spawn().expect("it was there a moment ago");
    python.stdin.take().expect("a pipe").write_all(container).expect("it reads");
    let output = python.wait_with_output().expect("it ends");
    String::from_utf8(output.stdout).expect("text").lines().map(str::to_owned).collect()
}

fn of_ours(container: &[u8], way: &str, key: &str) -> BTreeSet<String> {
    let key = match way {
        "key" => FileKey::from_hexadecimal(key).expect("a key"),
        "password" => FileKey::Password(Zeroizing::new(key.to_owned())),
        _ => FileKey::None,
    };
    let list = read_token_list(container, &key).expect("it is read");
    // A serial number that is there twice is refused here, and both tokens have the same key.
    let tokens = list.rows.iter().filter_map(|row| row.token.as_ref().ok());
    let line = |token: &proofup_token_files::HardwareToken| {
        let (kind, number) = match token.params.kind() {
            Kind::Hotp { counter } => ("hotp", counter),
            Kind::Totp { period } => ("totp", period),
            Kind::Steam => ("steam", 0),
        };
        let secret = HEXLOWER_PERMISSIVE.encode(token.params.secret().expose());
        format!("{}|{kind}|{secret}|{number}|{}", token.serial, token.params.digits())
    };
    tokens.map(line).collect()
}

#[test]
fn another_reader_opens_the_containers_that_are_written_here() {
    if !is_installed() {
        return;
    }
    let all = accounts();
    let written = write_encrypted(EncryptedFormat::Pskc, &all[..4], "correct horse", &mut counting());
    let container = written.expect("it encrypts").bytes;
    let theirs = of_python(&container, "password", "correct horse");
    assert_eq!(theirs.len(), 3, "{theirs:?}");
    assert_eq!(of_ours(&container, "password", "correct horse"), theirs);
}

#[test]
fn another_reader_finds_the_same_keys_in_real_containers() {
    let Some(folder) = folder().filter(|_| is_installed()) else { return };
    for (name, way, key) in CONTAINERS {
        let file = folder.join("pskc/rfc6030").join(format!("{name}.pskcxml"));
        let container = std::fs::read(file).expect("the file is there");
        let theirs = of_python(&container, way, key);
        assert!(!theirs.is_empty(), "{name}");
        assert_eq!(of_ours(&container, way, key), theirs, "{name}");
    }
}
