//! Any bytes as the vault's file, and any bytes as its encrypted content. Nothing may panic, and a file that does not
//! open must not change.
#![no_main]

use std::{
    fs,
    path::PathBuf,
    sync::{Arc, LazyLock},
};

use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;
use proofup_vault::{MemoryStore, Status, Vault, VaultConfig};
use tempfile::TempDir;
use uuid::Uuid;

/// A vault that stays open, whose key encrypts the content, and the folder for the second vault.
struct World {
    folder: TempDir,
    store: Arc<MemoryStore>,
    open: Vault,
}

impl World {
    fn config(&self) -> VaultConfig {
        config(self.dir(), self.store.clone())
    }

    fn dir(&self) -> PathBuf {
        self.folder.path().join("data")
    }
}

fn config(dir: PathBuf, store: Arc<MemoryStore>) -> VaultConfig {
    VaultConfig::new(dir, store, Arc::new(|| Uuid::from_u128(7)))
}

static WORLD: LazyLock<World> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Arc::new(MemoryStore::new());
    let open = Vault::new(config(folder.path().join("data"), store.clone()));
    open.open(Timestamp::UNIX_EPOCH).expect("a vault begins");
    World { folder, store, open }
});

fuzz_target!(|data: &[u8]| {
    let Some((choice, rest)) = data.split_first() else { return };
    let world = &*WORLD;
    let bytes = if choice % 2 == 0 { rest.to_vec() } else { world.open.seal(rest).expect("it encrypts") };
    let file = world.dir().join("vault.age");
    fs::write(&file, &bytes).expect("it can be written");
    let vault = Vault::new(world.config());
    match vault.open(Timestamp::UNIX_EPOCH) {
        Ok(opening) if opening.status == Status::Unlocked => {
            let codes = vault.read(|entries| entries.iter().filter_map(|entry| entry.params.code_at(59)).count());
            codes.expect("an open vault can be read");
        }
        _ => {}
    }
    assert_eq!(fs::read(&file).expect("it is still there"), bytes);
});
