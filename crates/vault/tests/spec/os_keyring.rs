//! The real keyring: a `gnome-keyring-daemon` of the test in a D-Bus session of the test.
//!
//! The session's bus has no service files, so that no daemon starts unless the test starts it.

use std::{
    env,
    fs::{self, File},
    io::Write,
    path::Path,
    process::{Child, Command, Stdio},
    sync::Arc,
    time::Duration,
};

use proofup_vault::{
    KeyringTimeLimits, OsKeyring, SecretStore, SecretStoreError, Status, StoreKind, Vault, VaultError,
};
use secrecy::ExposeSecret;
use tempfile::TempDir;

use crate::{
    store_contract::keeps_its_contract,
    world::{account, accounts_of, config, noon, passphrase},
};

const IN_SESSION: &str = "PROOFUP_TEST_KEYRING_SESSION";

const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

fn installed(program: &str) -> bool {
    Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

#[test]
fn works_with_a_real_secret_service() {
    for program in ["dbus-run-session", "gnome-keyring-daemon"] {
        if !installed(program) {
            eprintln!("skipped: {program} is not installed");
            return;
        }
    }
    let home = TempDir::new().unwrap();
    let bus = home.path().join("bus.conf");
    fs::write(&bus, BUS).unwrap();
    for folder in ["data", "runtime"] {
        fs::create_dir(home.path().join(folder)).unwrap();
    }
    let output = Command::new("dbus-run-session")
        .arg("--config-file")
        .arg(&bus)
        .arg("--")
        .arg(env::current_exe().unwrap())
        .args(["--exact", "os_keyring::inside_the_session", "--nocapture"])
        .env(IN_SESSION, home.path())
        .env("HOME", home.path())
        .env("XDG_DATA_HOME", home.path().join("data"))
        .env("XDG_RUNTIME_DIR", home.path().join("runtime"))
        .output()
        .unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{said}");
    assert!(said.contains("every step ran"), "the session ran no test: {said}");
}

struct Daemon(Child);

impl Daemon {
    fn unlocked() -> Self {
        let mut daemon = Self::start(&["--foreground", "--unlock", "--components=secrets"]);
        daemon.0.stdin.take().unwrap().write_all(b"test\n").unwrap();
        daemon
    }

    fn locked() -> Self {
        Self::start(&["--foreground", "--components=secrets"])
    }

    fn start(arguments: &[&str]) -> Self {
        let mut command = Command::new("gnome-keyring-daemon");
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        Self(command.spawn().unwrap())
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Repeats a call until the service answers.
fn answer(store: &OsKeyring, item: &str) -> Result<String, SecretStoreError> {
    for _ in 0..1000 {
        match store.get(item) {
            Err(SecretStoreError::Unavailable { .. }) => std::thread::sleep(Duration::from_millis(100)),
            answer => return answer.map(|value| value.expose_secret().to_owned()),
        }
    }
    panic!("the keyring daemon did not come up");
}

/// Not a test by itself: it runs inside the session.
#[test]
#[expect(clippy::disallowed_methods, reason = "the parent says by the environment that this is the session")]
fn inside_the_session() {
    let Some(home) = env::var_os(IN_SESSION) else { return };
    let limits = KeyringTimeLimits { read: Duration::from_secs(5), write: Duration::from_secs(5) };
    let store = Arc::new(OsKeyring::new("test", limits));
    assert_eq!(store.describe(), StoreKind::SecretService);

    // No daemon runs: that is not "no such item".
    let absent = store.get("vault-key").unwrap_err();
    assert!(matches!(absent, SecretStoreError::Unavailable { .. }), "{absent:?}");

    // A service that starts later is found, and keeps the contract.
    let daemon = Daemon::unlocked();
    assert_eq!(answer(&store, "vault-key"), Err(SecretStoreError::NoEntry));
    keeps_its_contract(&*store);

    // Profiles are separate.
    store.set("session", &passphrase("mine")).unwrap();
    assert_eq!(OsKeyring::new("other", limits).get("session").err(), Some(SecretStoreError::NoEntry));

    // A vault begins by itself, and a second instance opens it.
    let dir = Path::new(&home).join("vault");
    let vault = Vault::new(config(dir.clone(), store.clone()));
    assert_eq!(vault.open(noon()).unwrap().status, Status::Unlocked);
    vault.add(account("anna"), noon()).unwrap();
    let again = Vault::new(config(dir.clone(), Arc::new(OsKeyring::new("test", limits))));
    assert_eq!(again.open(noon()).unwrap().status, Status::Unlocked);
    assert_eq!(accounts_of(&again), ["anna"]);

    // The service restarts and loses its sessions; the store connects again.
    drop(daemon);
    let daemon = Daemon::unlocked();
    assert_eq!(answer(&store, "session"), Ok("mine".to_owned()));

    // A locked keyring still has its items: it does not answer "no such item", and no vault is begun.
    drop(daemon);
    let daemon = Daemon::locked();
    let locked = answer(&store, "vault-key").unwrap_err();
    assert!(matches!(locked, SecretStoreError::NoAccess | SecretStoreError::TimedOut), "{locked:?}");
    let vault = Vault::new(config(dir, Arc::new(OsKeyring::new("test", limits))));
    let error = vault.open(noon()).unwrap_err();
    assert!(
        matches!(error, VaultError::KeyMissing { error: SecretStoreError::NoAccess | SecretStoreError::TimedOut, .. }),
        "{error:?}"
    );
    drop(daemon);
    File::create(Path::new(&home).join("done")).unwrap();
    eprintln!("every step ran");
}
