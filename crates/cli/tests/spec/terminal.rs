//! The fixture: a data folder of its own, no keyring, no display and no terminal to ask on.

use std::{
    io::Write as _,
    path::PathBuf,
    process::{Command, Output, Stdio},
    sync::Arc,
};

use jiff::Timestamp;
use proofup_vault::{MemoryStore, Vault, VaultConfig, WorkFactor};
use serde_json::Value;
use tempfile::TempDir;
use uuid::Uuid;

/// RFC 4226's secret, `12345678901234567890`.
pub const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
/// The passphrase of every vault here.
pub const PASSPHRASE: &str = "correct horse battery";

pub struct Terminal {
    pub folder: TempDir,
    with_passphrase: bool,
}

/// The result of a command.
pub struct Ended {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Terminal {
    /// No vault yet.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("passphrase"), format!("{PASSPHRASE}\n")).unwrap();
        Self { folder, with_passphrase: true }
    }

    /// An empty vault. Its passphrase costs little: every command of a test tries it anew.
    #[expect(clippy::disallowed_methods, reason = "the binary goes by the computer's own clock")]
    pub fn with_vault() -> Self {
        let terminal = Self::new();
        let mut config = VaultConfig::new(terminal.data(), Arc::new(MemoryStore::new()), Arc::new(Uuid::new_v4));
        config.work_factor = WorkFactor::for_tests(4);
        Vault::new(config).create_with_passphrase(&PASSPHRASE.into(), Timestamp::now()).unwrap();
        terminal
    }

    /// A vault with two time-based accounts and a counter-based one.
    pub fn with_accounts() -> Self {
        let terminal = Self::with_vault();
        let links = format!(
            "otpauth://totp/GitHub:ann?secret={SECRET}&digits=8\notpauth://totp/Caf%C3%A9:zoe?secret={SECRET}&period=60\n\
             otpauth://hotp/Bank:ann?secret={SECRET}&counter=0\n"
        );
        terminal.run_with(&["add"], &links).done();
        terminal
    }

    /// Without a passphrase in the environment.
    pub fn without_passphrase(mut self) -> Self {
        self.with_passphrase = false;
        self
    }

    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_proofup"));
        command
            .args(arguments)
            .env_clear()
            .env("PROOFUP_DATA_DIR", self.data())
            .env("PROOFUP_KEYRING", "none")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        if self.with_passphrase {
            command.env("PROOFUP_PASSPHRASE_FILE", self.folder.path().join("passphrase"));
        }
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ended {
        Ended::of(self.command(arguments).output().unwrap())
    }

    pub fn run_with(&self, arguments: &[&str], input: &str) -> Ended {
        self.run_with_bytes(arguments, input.as_bytes())
    }

    pub fn run_with_bytes(&self, arguments: &[&str], input: &[u8]) -> Ended {
        let mut child = self.command(arguments).stdin(Stdio::piped()).spawn().unwrap();
        // A command that ends before it reads is no fault of the test.
        let _ = child.stdin.take().unwrap().write_all(input);
        Ended::of(child.wait_with_output().unwrap())
    }
}

impl Ended {
    pub fn of(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Standard output of a successful command.
    pub fn done(self) -> String {
        assert_eq!(self.code, 0, "{}", self.err);
        self.out
    }

    pub fn json(self) -> Value {
        serde_json::from_str(&self.done()).unwrap()
    }

    /// The stable code of an error in JSON, after checking that its number is the exit code.
    pub fn fault(&self) -> String {
        assert_eq!(self.out, "");
        let told: Value =
            serde_json::from_str(self.err.lines().last().unwrap()).unwrap_or_else(|_| panic!("{}", self.err));
        assert_eq!(told["error"]["exit"], self.code);
        told["error"]["code"].as_str().unwrap().to_owned()
    }
}
