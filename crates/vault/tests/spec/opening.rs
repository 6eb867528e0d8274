//! When a vault is begun, opened, and refused.

use std::{fs, sync::Arc};

use jiff::SignedDuration;
use proofup_vault::{
    MemoryFault, NoKeyring, Notice, SecretStore, SecretStoreError, Status, StoreKind, Vault, VaultError,
};

use crate::world::{World, account, accounts_of, after_minutes, config, failing_at_file, noon, passphrase};

#[test]
fn begins_by_itself_where_the_keyring_has_no_key() {
    let world = World::new();
    let vault = world.vault();
    assert_eq!(vault.status().unwrap(), Status::Fresh);
    let opening = vault.open(noon()).unwrap();
    assert_eq!((opening.status, opening.keyring_problem, opening.notices), (Status::Unlocked, None, vec![]));
    assert_eq!(world.names(), ["vault.age", "vault.lock", "vault.notes.json"]);
}

#[test]
fn the_next_start_opens_it_with_the_same_key() {
    let (world, vault) = World::with_accounts(&["anna"]);
    let key = world.store.get("vault-key").map(|line| secrecy::ExposeSecret::expose_secret(&line).to_owned()).unwrap();
    drop(vault);
    let again = world.vault();
    assert_eq!(again.status().unwrap(), Status::Locked { passphrase_available: false });
    assert_eq!(again.open(noon()).unwrap().status, Status::Unlocked);
    assert_eq!(accounts_of(&again), ["anna"]);
    let same = world.store.get("vault-key").map(|line| secrecy::ExposeSecret::expose_secret(&line).to_owned()).unwrap();
    assert_eq!(key, same);
}

#[test]
fn no_other_answer_of_the_keyring_counts_as_no_entry() {
    for problem in [
        SecretStoreError::NoAccess,
        SecretStoreError::Unavailable { reason: "no bus".to_owned() },
        SecretStoreError::Ambiguous,
        SecretStoreError::Damaged,
        SecretStoreError::TimedOut,
        SecretStoreError::SwitchedOff,
    ] {
        let world = World::new();
        world.store.set_fault(MemoryFault::Everything(problem.clone()));
        let vault = world.vault();
        let opening = vault.open(noon()).unwrap();
        assert_eq!((opening.status, opening.keyring_problem), (Status::Fresh, Some(problem.clone())));
        assert!(matches!(vault.add(account("anna"), noon()), Err(VaultError::PassphraseNeeded)), "{problem}");
        assert!(matches!(vault.seal(b"page"), Err(VaultError::PassphraseNeeded)));
        assert_eq!(world.names(), [""; 0], "{problem}: nothing was made");
        world.store.set_fault(MemoryFault::None);
        assert_eq!(
            world.store.get("vault-key").err(),
            Some(SecretStoreError::NoEntry),
            "{problem}: nothing was put into the keyring"
        );
    }
}

#[test]
fn a_keyring_that_cannot_keep_the_key_begins_nothing() {
    for (fault, problem) in [
        (MemoryFault::Writing(SecretStoreError::NoAccess), SecretStoreError::NoAccess),
        (MemoryFault::Truncates, SecretStoreError::Damaged),
        (MemoryFault::Forgets, SecretStoreError::Damaged),
    ] {
        let world = World::new();
        world.store.set_fault(fault.clone());
        let opening = world.vault().open(noon()).unwrap();
        assert_eq!((opening.status, opening.keyring_problem), (Status::Fresh, Some(problem)), "{fault:?}");
        assert_eq!(world.vault().status().unwrap(), Status::Fresh, "{fault:?}: no vault that nobody can open");
    }
}

#[test]
fn an_interrupted_start_continues_with_its_key() {
    let world = World::new();
    let mut failing = world.config();
    failing.on_call = failing_at_file("vault.age");
    assert!(matches!(Vault::new(failing).open(noon()), Err(VaultError::DiskFull)));
    let key = world.identity().to_public().to_string();
    assert_eq!(world.vault().open(noon()).unwrap().status, Status::Unlocked);
    assert_eq!(world.identity().to_public().to_string(), key, "no second key is made");
}

#[test]
fn never_makes_a_key_while_a_vault_is_there() {
    let (world, vault) = World::with_accounts(&["anna"]);
    drop(vault);
    let before = fs::read(world.file("vault.age")).unwrap();
    world.store.delete("vault-key").unwrap();
    let vault = world.vault();
    let error = vault.open(noon()).unwrap_err();
    assert!(
        matches!(error, VaultError::KeyMissing { asked: StoreKind::Memory, error: SecretStoreError::NoEntry }),
        "{error:?}"
    );
    assert!(matches!(vault.create_with_passphrase(&passphrase("x"), noon()), Err(VaultError::AlreadyThere)));
    assert!(matches!(vault.unlock(&passphrase("x"), noon()), Err(VaultError::NoPassphrase)));
    assert_eq!(world.store.get("vault-key").err(), Some(SecretStoreError::NoEntry));
    assert_eq!(fs::read(world.file("vault.age")).unwrap(), before);
}

#[test]
fn never_makes_a_key_while_backups_are_there() {
    let (world, vault) = World::with_accounts(&["anna", "ben"]);
    drop(vault);
    fs::remove_file(world.file("vault.age")).unwrap();
    let lost = world.store.get("vault-key").unwrap();
    world.store.delete("vault-key").unwrap();
    assert!(matches!(world.vault().open(noon()), Err(VaultError::KeyMissing { .. })));
    world.store.set("vault-key", &lost).unwrap();
    let error = world.vault().open(noon()).unwrap_err();
    assert!(matches!(error, VaultError::Damaged { ref backups } if backups.len() == 1), "{error:?}");
}

#[test]
fn names_the_store_that_was_asked() {
    let (world, vault) = World::with_accounts(&["anna"]);
    drop(vault);
    let vault = Vault::new(config(world.dir(), Arc::new(NoKeyring)));
    assert!(matches!(
        vault.open(noon()),
        Err(VaultError::KeyMissing { asked: StoreKind::SwitchedOff, error: SecretStoreError::SwitchedOff })
    ));
}

#[test]
fn recognises_the_key_of_another_vault() {
    let (world, vault) = World::with_accounts(&["anna"]);
    drop(vault);
    let (other, _) = World::with_accounts(&[]);
    world.store.set("vault-key", &other.store.get("vault-key").unwrap()).unwrap();
    let before = fs::read(world.file("vault.age")).unwrap();
    let Err(VaultError::KeyOfAnotherVault { vault: Some(noted), key }) = world.vault().open(noon()) else {
        panic!("both ids are known");
    };
    assert_ne!(noted, key);
    assert_eq!(fs::read(world.file("vault.age")).unwrap(), before);
    fs::remove_file(world.file("vault.notes.json")).unwrap();
    assert!(
        matches!(world.vault().open(noon()), Err(VaultError::KeyOfAnotherVault { vault: None, .. })),
        "also without notes"
    );
}

#[test]
fn a_damaged_item_in_the_keyring_is_no_key() {
    for line in ["v1", "v2:AAAAAAAA:AAAA", "v1:AAAAAAAA:!!!!", "v1:AAAAAAAA:QUdFLVNFQ1JFVC1LRVktMQ=="] {
        let (world, vault) = World::with_accounts(&["anna"]);
        drop(vault);
        world.store.set("vault-key", &passphrase(line)).unwrap();
        let error = world.vault().open(noon()).unwrap_err();
        assert!(matches!(error, VaultError::KeyMissing { error: SecretStoreError::Damaged, .. }), "{line}: {error:?}");
    }
}

#[test]
fn a_changed_key_is_refused() {
    let (world, vault) = World::with_accounts(&["anna"]);
    drop(vault);
    let (other, _) = World::with_accounts(&[]);
    let line = |world: &World| secrecy::ExposeSecret::expose_secret(&world.store.get("vault-key").unwrap()).to_owned();
    let own_id = line(&world).split(':').nth(1).unwrap().to_owned();
    let other_key = line(&other).split(':').nth(2).unwrap().to_owned();
    world.store.set("vault-key", &passphrase(&format!("v1:{own_id}:{other_key}"))).unwrap();
    let error = world.vault().open(noon()).unwrap_err();
    assert!(matches!(error, VaultError::KeyMissing { error: SecretStoreError::Damaged, .. }), "{error:?}");
}

#[test]
fn locking_forgets_everything_until_it_is_opened_again() {
    let (_world, vault) = World::with_accounts(&["anna"]);
    let sealed = vault.seal(b"page").unwrap();
    vault.lock();
    assert_eq!(vault.status().unwrap(), Status::Locked { passphrase_available: false });
    assert!(matches!(vault.read(<[_]>::len), Err(VaultError::Locked)));
    assert!(matches!(vault.add(account("ben"), noon()), Err(VaultError::Locked)));
    assert!(matches!(vault.unseal(&sealed), Err(VaultError::Locked)));
    assert!(matches!(vault.reload(noon()), Err(VaultError::Locked)));
    assert_eq!(vault.open(noon()).unwrap().status, Status::Unlocked);
    assert_eq!(accounts_of(&vault), ["anna"]);
}

#[test]
fn notices_an_older_file_and_another_vault() {
    let (world, vault) = World::with_accounts(&["anna"]);
    let old = fs::read(world.file("vault.age")).unwrap();
    vault.add(account("ben"), after_minutes(90)).unwrap();
    fs::write(world.file("vault.age"), old).unwrap();
    assert_eq!(world.vault().open(noon()).unwrap().notices, [Notice::OlderThanNoted { noted: 3, found: 2 }]);
    let mut plain = world.plain();
    plain["vaultId"] = "00000000-0000-0000-0000-000000000001".into();
    world.write_plain(plain.to_string().as_bytes());
    assert_eq!(world.vault().open(noon()).unwrap().notices, [Notice::AnotherVault]);
}

#[test]
fn a_missing_vault_without_a_backup_begins_empty_with_a_notice() {
    let (world, vault) = World::with_accounts(&[]);
    drop(vault);
    fs::remove_file(world.file("vault.age")).unwrap();
    let key = world.identity().to_public().to_string();
    assert_eq!(world.vault().open(noon()).unwrap().notices, [Notice::BegunAnew]);
    assert_eq!(world.identity().to_public().to_string(), key);
}

#[test]
fn two_programs_begin_one_vault() {
    let world = World::new();
    let openings: Vec<_> = std::thread::scope(|scope| {
        let starting: Vec<_> =
            (0..8).map(|_| scope.spawn(|| world.vault().open(noon()).map(|opening| opening.status))).collect();
        starting.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(openings.iter().all(|status| matches!(status, Ok(Status::Unlocked))), "{openings:?}");
    assert_eq!(world.plain()["generation"], 1, "the others found it there");
}

#[test]
fn removes_only_temporary_files_older_than_a_day() {
    let (world, vault) = World::with_accounts(&["anna"]);
    drop(vault);
    for name in ["vault.age.tmp-1", "key-AAAAAAAA.age.tmp-2", "vault.notes.json.tmp-3", "holiday.tmp-4", "vault.txt"] {
        fs::write(world.file(name), b"left over").unwrap();
    }
    let modified = fs::metadata(world.file("vault.age.tmp-1")).unwrap().modified().unwrap();
    let modified = jiff::Timestamp::try_from(modified).unwrap();
    world.vault().open(modified + SignedDuration::from_hours(23)).unwrap();
    assert!(world.names().contains(&"vault.age.tmp-1".to_owned()), "another program may be writing it");
    world.vault().open(modified + SignedDuration::from_hours(25)).unwrap();
    let left: Vec<_> = world.names().into_iter().filter(|name| name.contains("tmp") || name.contains("txt")).collect();
    assert_eq!(left, ["holiday.tmp-4", "vault.txt"]);
}
