//! A save succeeds whole or leaves everything as it was.

use std::{
    fs,
    io::ErrorKind,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use proofup_vault::{DiskAct, Status, Vault, VaultError, replace_file};

use crate::world::{World, account, accounts_of, after_minutes, counted, noon};

/// A vault whose save fails at the call of this number, counted from when the fault is set.
fn failing_at_call(world: &World, number: usize, kind: ErrorKind) -> (Vault, Arc<Countdown>) {
    let countdown = Arc::new(Countdown { left: AtomicUsize::new(number), armed: AtomicBool::new(false) });
    let mut config = world.config();
    config.on_call = {
        let countdown = Arc::clone(&countdown);
        Arc::new(move |_| if countdown.is_over() { Err(kind.into()) } else { Ok(()) })
    };
    let vault = Vault::new(config);
    vault.open(noon()).unwrap();
    (vault, countdown)
}

struct Countdown {
    left: AtomicUsize,
    armed: AtomicBool,
}

impl Countdown {
    /// True once, when it reaches zero.
    fn is_over(&self) -> bool {
        self.armed.load(Ordering::SeqCst) && self.left.fetch_sub(1, Ordering::SeqCst) == 0
    }
}

/// A vault whose saves fail at this act on the vault file, after the fault is set.
fn failing_at(world: &World, act: DiskAct, kind: ErrorKind) -> (Vault, Arc<AtomicBool>) {
    let armed = Arc::new(AtomicBool::new(false));
    let mut config = world.config();
    config.on_call = {
        let armed = Arc::clone(&armed);
        Arc::new(move |call| {
            let here = call.act == act && call.file == "vault.age" && armed.load(Ordering::SeqCst);
            if here { Err(kind.into()) } else { Ok(()) }
        })
    };
    let vault = Vault::new(config);
    vault.open(noon()).unwrap();
    (vault, armed)
}

#[test]
fn after_a_fault_at_any_call_file_and_memory_agree() {
    for number in 0.. {
        let (world, _) = World::with_accounts(&["anna"]);
        let before = fs::read(world.file("vault.age")).unwrap();
        let (vault, countdown) = failing_at_call(&world, number, ErrorKind::StorageFull);
        countdown.armed.store(true, Ordering::SeqCst);
        let result = vault.add(account("ben"), after_minutes(200));
        countdown.armed.store(false, Ordering::SeqCst);
        let in_memory = accounts_of(&vault);
        assert_eq!(in_memory, accounts_of(&world.opened()), "call {number}: memory and disk agree");
        let replaced = fs::read(world.file("vault.age")).unwrap() != before;
        assert_eq!(in_memory.len(), if replaced { 2 } else { 1 }, "call {number}");
        match &result {
            Ok(_) => assert!(replaced, "call {number}: what is confirmed is there"),
            Err(error) => assert!(matches!(error, VaultError::DiskFull), "call {number}: {error:?}"),
        }
        assert!(!world.names().iter().any(|name| name.contains("tmp")), "call {number}: {:?}", world.names());
        vault.add(account("eva"), after_minutes(201)).unwrap_or_else(|error| panic!("call {number}: {error}"));
        assert_eq!(accounts_of(&world.opened()).last().unwrap(), "eva", "call {number}: the next save works");
        if countdown.left.load(Ordering::SeqCst) <= number && countdown.left.load(Ordering::SeqCst) > 0 {
            assert!(number > 10, "a save makes more than {number} calls");
            return;
        }
    }
}

#[test]
fn no_code_is_shown_for_a_counter_that_was_not_saved() {
    let (world, vault) = World::with_accounts(&[]);
    let id = vault.add(counted("token", 5), noon()).unwrap();
    let (vault, armed) = failing_at(&world, DiskAct::Sync, ErrorKind::Other);
    armed.store(true, Ordering::SeqCst);
    assert!(vault.next_hotp_code(id, noon()).is_err());
    armed.store(false, Ordering::SeqCst);
    let expected = counted("token", 5).params.hotp_code().unwrap();
    assert_eq!(vault.next_hotp_code(id, noon()).unwrap().as_str(), expected.as_str(), "the same code, first shown now");
}

#[test]
fn faults_of_the_disk_have_names() {
    for (kind, expected) in [
        (ErrorKind::StorageFull, "DiskFull"),
        (ErrorKind::QuotaExceeded, "DiskFull"),
        (ErrorKind::PermissionDenied, "NoPermission"),
        (ErrorKind::ReadOnlyFilesystem, "NoPermission"),
        (ErrorKind::BrokenPipe, "Io"),
    ] {
        let (world, _) = World::with_accounts(&["anna"]);
        let (vault, armed) = failing_at(&world, DiskAct::Create, kind);
        armed.store(true, Ordering::SeqCst);
        let error = vault.add(account("ben"), noon()).unwrap_err();
        assert!(format!("{error:?}").starts_with(expected), "{kind:?}: {error:?}");
    }
}

#[test]
fn a_file_that_another_program_changed_is_not_overwritten() {
    let (world, first) = World::with_accounts(&["anna"]);
    let second = world.opened();
    second.add(account("ben"), after_minutes(2)).unwrap();
    let theirs = fs::read(world.file("vault.age")).unwrap();
    assert!(matches!(first.add(account("eva"), after_minutes(3)), Err(VaultError::ChangedOnDisk)));
    assert_eq!(fs::read(world.file("vault.age")).unwrap(), theirs);
    assert_eq!(accounts_of(&first), ["anna"]);
    assert_eq!(first.reload(after_minutes(4)).unwrap().status, Status::Unlocked);
    first.add(account("eva"), after_minutes(5)).unwrap();
    assert_eq!(accounts_of(&world.opened()), ["anna", "ben", "eva"]);
}

#[test]
fn a_removed_file_is_not_silently_created_again() {
    let (world, vault) = World::with_accounts(&["anna"]);
    fs::remove_file(world.file("vault.age")).unwrap();
    assert!(matches!(vault.add(account("ben"), noon()), Err(VaultError::ChangedOnDisk)));
}

#[test]
fn waits_for_another_program_and_then_reports_it() {
    let (world, vault) = World::with_accounts(&["anna"]);
    let held = fs::File::open(world.file("vault.lock")).unwrap();
    held.lock().unwrap();
    assert!(matches!(vault.add(account("ben"), noon()), Err(VaultError::Busy)));
    assert_eq!(accounts_of(&vault), ["anna"]);
    std::thread::scope(|scope| {
        let saving = scope.spawn(|| vault.add(account("ben"), noon()));
        std::thread::sleep(std::time::Duration::from_millis(60));
        held.unlock().unwrap();
        assert!(saving.join().unwrap().is_ok(), "it was worth waiting");
    });
}

#[cfg(unix)]
#[test]
fn a_linked_vault_stays_a_link() {
    let (world, vault) = World::with_accounts(&["anna"]);
    drop(vault);
    let elsewhere = world.folder.path().join("synced");
    fs::create_dir(&elsewhere).unwrap();
    fs::rename(world.file("vault.age"), elsewhere.join("mine.age")).unwrap();
    std::os::unix::fs::symlink(elsewhere.join("mine.age"), world.file("vault.age")).unwrap();
    world.opened().add(account("ben"), after_minutes(90)).unwrap();
    assert!(fs::symlink_metadata(world.file("vault.age")).unwrap().is_symlink());
    assert_eq!(accounts_of(&world.opened()), ["anna", "ben"]);
    assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 1, "nothing else is left there");
}

#[cfg(unix)]
#[test]
fn a_broken_link_does_not_count_as_an_empty_folder() {
    let world = World::new();
    fs::create_dir(world.dir()).unwrap();
    std::os::unix::fs::symlink(world.folder.path().join("unplugged/vault.age"), world.file("vault.age")).unwrap();
    assert!(world.vault().open(noon()).is_err(), "the drive may be unplugged: no key is made");
    assert!(proofup_vault::SecretStore::get(&*world.store, "vault-key").is_err());
}

#[test]
fn the_file_reveals_nothing_about_its_content() {
    let (world, _vault) = World::with_accounts(&["anna"]);
    let public = world.identity().to_public().to_string();
    for name in ["vault.age", "vault.notes.json"] {
        let text = String::from_utf8_lossy(&fs::read(world.file(name)).unwrap()).into_owned();
        for secret in ["anna", "Contoso", "ONSWG4TFOQQG6ZRAMFXG4YI", &public] {
            assert!(!text.contains(secret), "{name} shows {secret}");
        }
    }
    assert!(!world.names().iter().any(|name| name.contains(&public)));
}

#[test]
fn any_file_can_be_replaced_whole() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("snapshot.age");
    for content in [&b"first"[..], b"", b"third and longer"] {
        replace_file(&path, content, "1").unwrap();
        assert_eq!(fs::read(&path).unwrap(), content);
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    assert!(replace_file(&folder.path().join("no/such/folder"), b"x", "1").is_err());
    assert!(replace_file(std::path::Path::new("/"), b"x", "1").is_err());
}

#[test]
fn after_a_fault_at_any_call_of_a_restore_file_and_memory_agree() {
    for number in 0.. {
        let (world, vault) = World::with_accounts(&["anna"]);
        vault.add(account("ben"), after_minutes(120)).unwrap();
        drop(vault);
        let (vault, countdown) = failing_at_call(&world, number, ErrorKind::StorageFull);
        let backup = vault.backups().unwrap().into_iter().find(|backup| backup.entries == 1).unwrap();
        countdown.armed.store(true, Ordering::SeqCst);
        let restored = vault.restore_backup(&backup.name, after_minutes(200));
        countdown.armed.store(false, Ordering::SeqCst);
        let in_memory = accounts_of(&vault);
        assert_eq!(in_memory, accounts_of(&world.opened()), "call {number}: memory and disk agree");
        if restored.is_ok() {
            assert_eq!(in_memory, ["anna"], "call {number}: what is confirmed is there");
        }
        vault.add(account("eva"), after_minutes(201)).unwrap_or_else(|error| panic!("call {number}: {error}"));
        if countdown.left.load(Ordering::SeqCst) <= number && countdown.left.load(Ordering::SeqCst) > 0 {
            assert!(number > 5, "a restore makes more than {number} calls");
            return;
        }
    }
}
