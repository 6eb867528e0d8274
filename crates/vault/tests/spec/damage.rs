//! A damaged vault file is reported, never overwritten, and can be restored.

use std::fs;

use proofup_vault::{Status, VaultError};

use crate::world::{World, account, accounts_of, after_minutes, noon};

/// A vault with two accounts, and a backup from when it had one.
fn with_backup() -> World {
    let (world, vault) = World::with_accounts(&["anna"]);
    vault.add(account("ben"), after_minutes(120)).unwrap();
    drop(vault);
    world
}

fn damaged_files(world: &World) -> Vec<String> {
    world.names().into_iter().filter(|name| name.starts_with("vault.damaged-")).collect()
}

#[test]
fn every_kind_of_damage_is_reported_and_changes_nothing() {
    let world = with_backup();
    let sound = fs::read(world.file("vault.age")).unwrap();
    let mut damages = vec![b"\n".to_vec(), b"{\"entries\": []}".to_vec(), vec![0; 4096], [&sound[..], b"x"].concat()];
    damages.extend((0..sound.len()).step_by(37).map(|end| sound[..end].to_vec()));
    damages.extend((0..sound.len()).step_by(17).map(|at| {
        let mut bytes = sound.clone();
        bytes[at] ^= 1;
        bytes
    }));
    assert!(damages.len() > 50);
    for damage in damages {
        fs::write(world.file("vault.age"), &damage).unwrap();
        let vault = world.vault();
        match vault.open(noon()) {
            Err(VaultError::Damaged { backups }) => assert_eq!(backups.len(), 2),
            other => panic!("{} bytes, {:?}: {other:?}", damage.len(), String::from_utf8_lossy(&damage)),
        }
        assert!(vault.add(account("eva"), noon()).is_err());
        assert_eq!(fs::read(world.file("vault.age")).unwrap(), damage, "it stays as it is until a person decides");
        assert!(damaged_files(&world).is_empty());
    }
}

#[test]
fn a_file_of_a_newer_age_is_no_damage() {
    let world = with_backup();
    let sound = fs::read(world.file("vault.age")).unwrap();
    let newer = [b"age-encryption.org/v2\n", &sound["age-encryption.org/v1\n".len()..]].concat();
    fs::write(world.file("vault.age"), &newer).unwrap();
    let vault = world.vault();
    assert!(matches!(vault.open(noon()), Err(VaultError::NewerVersion)));
    assert!(matches!(vault.status().unwrap(), Status::Locked { .. }));
    assert_eq!(fs::read(world.file("vault.age")).unwrap(), newer);
}

#[test]
fn offers_backups_with_their_date_and_number_of_accounts() {
    let world = with_backup();
    fs::write(world.file("vault.age"), b"").unwrap();
    let Err(VaultError::Damaged { backups }) = world.vault().open(noon()) else { panic!("an empty file is damaged") };
    let offered: Vec<_> = backups.iter().map(|b| (b.name.as_str(), b.saved_at, b.entries)).collect();
    assert_eq!(
        offered,
        [("vault-20260131-140000Z.age", after_minutes(1), 1), ("vault-20260131-120100Z.age", noon(), 0)],
        "newest first"
    );
}

#[test]
fn restoring_a_backup_keeps_the_damaged_file() {
    let world = with_backup();
    fs::write(world.file("vault.age"), b"damaged").unwrap();
    let vault = world.vault();
    vault.open(noon()).unwrap_err();
    assert_eq!(vault.status().unwrap(), Status::Damaged);
    vault.restore_backup("vault-20260131-140000Z.age", after_minutes(300)).unwrap();
    assert_eq!(vault.status().unwrap(), Status::Unlocked);
    assert_eq!(accounts_of(&vault), ["anna"]);
    assert_eq!(damaged_files(&world), ["vault.damaged-20260131-170000Z.age"]);
    assert_eq!(fs::read(world.file("vault.damaged-20260131-170000Z.age")).unwrap(), b"damaged");
    let plain = world.plain();
    assert_eq!(plain["generation"], 4, "a restore is a save: later than everything before it");
    assert_eq!(plain["savedAt"], "2026-01-31T17:00:00Z");
    assert_eq!(world.vault().open(noon()).unwrap().notices, []);
}

#[test]
fn a_missing_file_is_restored_too() {
    let world = with_backup();
    fs::remove_file(world.file("vault.age")).unwrap();
    let vault = world.vault();
    assert!(matches!(vault.open(noon()), Err(VaultError::Damaged { .. })));
    vault.restore_backup("vault-20260131-140000Z.age", noon()).unwrap();
    assert_eq!(accounts_of(&world.opened()), ["anna"]);
    assert!(damaged_files(&world).is_empty(), "there was none to keep");
}

#[test]
fn only_our_own_readable_backups_can_be_restored() {
    let world = with_backup();
    fs::write(world.file("backups/vault-20260101-000000Z.age"), b"damaged as well").unwrap();
    fs::write(world.file("vault.age"), b"").unwrap();
    let vault = world.vault();
    let Err(VaultError::Damaged { backups }) = vault.open(noon()) else { panic!("damaged") };
    assert_eq!(backups.len(), 2, "what cannot be restored is not offered");
    for name in [
        "vault-20260101-000000Z.age",
        "vault-20250101-000000Z.age",
        "../vault.age",
        "vault-20260131-140000Z.age/../../vault.age",
        "vault.age",
        "",
    ] {
        assert!(matches!(vault.restore_backup(name, noon()), Err(VaultError::NoSuchBackup)), "{name}");
    }
    assert_eq!(fs::read(world.file("vault.age")).unwrap(), b"");
}

#[test]
fn a_file_that_came_back_meanwhile_is_not_replaced() {
    let world = with_backup();
    let sound = fs::read(world.file("vault.age")).unwrap();
    fs::write(world.file("vault.age"), b"half a copy").unwrap();
    let vault = world.vault();
    vault.open(noon()).unwrap_err();
    fs::write(world.file("vault.age"), &sound).unwrap();
    assert!(matches!(vault.restore_backup("vault-20260131-140000Z.age", noon()), Err(VaultError::ChangedOnDisk)));
    assert_eq!(fs::read(world.file("vault.age")).unwrap(), sound);
    assert_eq!(vault.reload(noon()).unwrap().status, Status::Unlocked);
    assert_eq!(accounts_of(&vault), ["anna", "ben"]);
}

#[test]
fn without_any_backup_it_can_begin_empty_under_the_same_key() {
    let (world, vault) = World::with_accounts(&[]);
    assert!(matches!(vault.start_empty(noon()), Err(VaultError::AlreadyThere)), "a sound vault is not emptied");
    drop(vault);
    fs::write(world.file("vault.age"), b"damaged").unwrap();
    let vault = world.vault();
    assert!(matches!(vault.start_empty(noon()), Err(VaultError::Locked)));
    assert!(matches!(vault.open(noon()), Err(VaultError::Damaged { backups }) if backups.is_empty()));
    let key = world.identity().to_public().to_string();
    vault.start_empty(noon()).unwrap();
    vault.add(account("anna"), noon()).unwrap();
    assert_eq!(world.identity().to_public().to_string(), key);
    assert_eq!(damaged_files(&world).len(), 1);
    assert_eq!(accounts_of(&world.opened()), ["anna"]);
}

#[test]
fn restoring_over_a_sound_vault_keeps_what_it_replaces() {
    let (world, vault) = World::with_accounts(&["anna", "ben"]);
    let backup = vault.backups().unwrap().remove(0);
    assert_eq!((backup.entries, backup.saved_at), (0, noon()));
    vault.restore_backup(&backup.name, after_minutes(3)).unwrap();
    assert_eq!(accounts_of(&vault), [""; 0]);
    let kept = vault.backups().unwrap().into_iter().find(|backup| backup.entries == 2).expect("within the hour or not");
    vault.restore_backup(&kept.name, after_minutes(4)).unwrap();
    assert_eq!(accounts_of(&world.opened()), ["anna", "ben"]);
}
