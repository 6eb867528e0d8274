//! The vault in another folder.

use std::{fs, io, sync::Arc};

use proofup_vault::{NoKeyring, Status, Vault, VaultError};

use crate::world::{World, account, accounts_of, after_minutes, config, noon, passphrase};

fn with_all() -> (World, Vault) {
    let (world, vault) = World::with_accounts(&["anna"]);
    vault.add(account("ben"), after_minutes(90)).unwrap();
    vault.set_passphrase(&passphrase("correct horse")).unwrap();
    (world, vault)
}

#[test]
fn moves_with_all_files_and_stays_usable() {
    let (world, vault) = with_all();
    let new = world.folder.path().join("on/a stick");
    let mut steps = Vec::new();
    let mut told = None;
    vault
        .move_to(
            &new,
            &mut |done, of| {
                steps.push((done, of));
                true
            },
            |folder| {
                told = Some(folder.to_owned());
                Ok(())
            },
        )
        .unwrap();
    assert_eq!(told.as_deref(), Some(&*new));
    assert_eq!((steps[0], *steps.last().unwrap()), ((0, 5), (5, 5)));
    assert_eq!(vault.folder(), new);
    assert!(!world.dir().exists(), "nothing is left behind: {:?}", world.names());
    vault.add(account("eva"), after_minutes(200)).unwrap();
    assert!(vault.backups().unwrap().len() >= 2);
    let again = Vault::new(config(new, Arc::new(NoKeyring)));
    again.unlock(&passphrase("correct horse"), noon()).unwrap();
    assert_eq!(accounts_of(&again), ["anna", "ben", "eva"]);
}

#[test]
fn keeps_other_files_in_the_folder() {
    let (world, vault) = with_all();
    fs::write(world.file("settings.json"), b"{}").unwrap();
    vault.move_to(&world.folder.path().join("new"), &mut |_, _| true, |_| Ok(())).unwrap();
    assert_eq!(world.names(), ["settings.json"]);
}

#[test]
fn a_move_whose_place_is_not_stored_is_undone() {
    let (world, vault) = with_all();
    let new = world.folder.path().join("new");
    let refused = vault.move_to(&new, &mut |_, _| true, |_| Err(io::ErrorKind::StorageFull.into()));
    assert!(matches!(refused, Err(VaultError::DiskFull)), "{refused:?}");
    assert_eq!(vault.folder(), world.dir());
    assert!(!new.join("vault.age").exists());
    vault.add(account("eva"), after_minutes(200)).unwrap();
    assert_eq!(accounts_of(&world.opened()).len(), 3);
}

#[test]
fn can_be_cancelled_at_every_file() {
    for stop in 0..5 {
        let (world, vault) = with_all();
        let new = world.folder.path().join("new");
        let cancelled = vault.move_to(&new, &mut |done, _| done != stop, |_| Ok(()));
        assert!(matches!(cancelled, Err(VaultError::Cancelled)), "{stop}: {cancelled:?}");
        let left: Vec<_> = fs::read_dir(&new).map(|files| files.flatten().collect()).unwrap_or_default();
        assert!(left.is_empty(), "{stop}: {left:?}");
        assert_eq!(accounts_of(&world.opened()).len(), 2);
    }
}

#[test]
fn never_overwrites_another_vault() {
    let (world, vault) = with_all();
    let (other, _) = World::with_accounts(&["eva"]);
    for refused in [
        vault.move_to(&other.dir(), &mut |_, _| true, |_| Ok(())),
        vault.copy_to(&other.dir(), noon(), &mut |_, _| true),
        vault.copy_to(&world.dir(), noon(), &mut |_, _| true),
    ] {
        assert!(matches!(refused, Err(VaultError::FolderTaken)), "{refused:?}");
    }
    assert_eq!(accounts_of(&other.opened()), ["eva"]);
    assert_eq!(accounts_of(&world.opened()), ["anna", "ben"]);
}

#[test]
fn a_copy_opens_by_itself_and_the_vault_stays() {
    let (world, vault) = with_all();
    let copy = world.folder.path().join("copy");
    vault.copy_to(&copy, noon(), &mut |_, _| true).unwrap();
    assert_eq!(vault.folder(), world.dir());
    vault.add(account("eva"), after_minutes(200)).unwrap();
    let copied = Vault::new(config(copy, Arc::new(NoKeyring)));
    copied.unlock(&passphrase("correct horse"), noon()).unwrap();
    assert_eq!(accounts_of(&copied), ["anna", "ben"]);
}

#[test]
fn reminds_after_a_month_without_a_copy_elsewhere() {
    let (world, vault) = World::with_accounts(&[]);
    let days = |days: i64| after_minutes(days * 24 * 60);
    assert!(!vault.outside_copy(days(400)).due, "there is nothing to lose yet");
    vault.add(account("anna"), days(1)).unwrap();
    let counted = |vault: &Vault, day| (vault.outside_copy(days(day)).due, vault.outside_copy(days(day)).made);
    assert_eq!(counted(&vault, 30), (false, None));
    assert_eq!(counted(&vault, 31), (true, None));
    vault.add(account("ben"), days(31)).unwrap();
    assert_eq!(counted(&world.opened(), 31), (true, None), "later saves and starts change nothing");
    vault.put_off_copy(days(31)).unwrap();
    assert_eq!((counted(&vault, 60), counted(&vault, 61)), ((false, None), (true, None)));

    // On the same disk it would be lost together with the vault.
    vault.copy_to(&world.dir().join("inside"), days(61), &mut |_, _| true).unwrap();
    assert_eq!(counted(&vault, 61), (true, None));
    vault.copy_to(&world.folder.path().join("stick"), days(61), &mut |_, _| true).unwrap();
    assert_eq!(counted(&vault, 90), (false, Some(days(61))));
    assert_eq!(counted(&vault, 91), (true, Some(days(61))));
    vault.was_copied(days(91)).unwrap();
    assert_eq!(counted(&vault, 91), (false, Some(days(91))));
    vault.lock();
    assert!(!vault.outside_copy(days(400)).due, "locked, nothing is told of what it holds");
}

#[test]
fn opens_a_vault_from_another_computer() {
    let (theirs, their_vault) = with_all();
    drop(their_vault);
    let (world, vault) = World::with_accounts(&[]);
    assert!(matches!(vault.use_folder(&world.folder.path().join("nothing"), |_| Ok(())), Err(VaultError::NotAVault)));
    assert_eq!(vault.status().unwrap(), Status::Unlocked, "a refusal changes nothing");
    vault.use_folder(&theirs.dir(), |_| Ok(())).unwrap();
    assert_eq!(vault.status().unwrap(), Status::Locked { passphrase_available: true });
    let opening = vault.open(noon()).unwrap();
    assert_eq!(opening.status, Status::Locked { passphrase_available: true }, "the keyring has another key");
    vault.unlock(&passphrase("correct horse"), noon()).unwrap();
    assert_eq!(accounts_of(&vault), ["anna", "ben"]);
}
