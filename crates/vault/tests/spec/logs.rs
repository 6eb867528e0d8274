//! No secret is ever logged or printed, at any level.

use std::{
    fs,
    io::{self, Write},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
};

use proofup_vault::{MemoryFault, NewEntry, SecretStoreError, Vault};
use secrecy::ExposeSecret;
use tracing_subscriber::fmt::MakeWriter;

use crate::world::{World, account, after_minutes, counted, failing_at_file, noon, passphrase};

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

#[test]
fn nothing_secret_is_logged_at_trace_level_or_printed() {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(log.clone()).finish();
    let mut printed = String::new();
    let world = World::new();
    tracing::subscriber::with_default(subscriber, || {
        let mut config = world.config();
        let noting_fails = Arc::new(AtomicBool::new(false));
        config.on_call = {
            let noting_fails = noting_fails.clone();
            let notes = failing_at_file("vault.notes.json");
            Arc::new(move |call| if noting_fails.load(Ordering::SeqCst) { notes(call) } else { Ok(()) })
        };
        let vault = Vault::new(config);
        vault.open(noon()).unwrap();
        vault.set_passphrase(&passphrase("correct horse")).unwrap();
        printed += &format!("{:?} {:?}", vault.sheet().unwrap(), vault.key_copies().unwrap());
        printed += &format!("{:?}", vault.confirm_sheet(&[(1, passphrase("qqqq"))], noon()).unwrap_err());
        noting_fails.store(true, Ordering::SeqCst);
        vault.add(account("anna"), noon()).unwrap();
        let id = vault.add(counted("token", 1), after_minutes(61)).unwrap();
        vault.next_hotp_code(id, noon()).unwrap();
        let duplicate: NewEntry = account("anna");
        printed += &format!("{vault:?} {duplicate:?} {:?}", vault.add(duplicate.clone(), noon()).unwrap_err());
        printed += &vault.read(|entries| format!("{entries:?}")).unwrap();
        vault.delete(id, noon()).unwrap();
        printed += &vault.read_trash(|trash| format!("{trash:?}")).unwrap();
        vault.lock();
        printed += &format!("{:?}", vault.unlock(&passphrase("wrong horse"), noon()).unwrap_err());
        fs::write(world.file("vault.age"), b"damaged").unwrap();
        printed += &format!("{:?}", vault.open(noon()).unwrap_err());
        world.store.set_fault(MemoryFault::Everything(SecretStoreError::NoAccess));
        printed += &format!("{:?} {:?}", world.store, world.vault().open(noon()));
        world.store.set_fault(MemoryFault::None);
    });
    let logged = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(logged.contains("could not be noted"), "the log was listened to: {logged}");
    let identity = world.identity();
    let base32 = account("anna").params.secret().to_base32().to_string();
    for secret in [
        "secret of anna",
        "secret of token",
        &base32,
        "correct horse",
        "wrong horse",
        identity.to_string().expose_secret(),
        &identity.to_string().expose_secret()[16..24],
        &identity.to_public().to_string(),
    ] {
        assert!(!logged.contains(secret), "the log shows {secret}");
        assert!(!printed.contains(secret), "printing shows {secret}: {printed}");
    }
}
