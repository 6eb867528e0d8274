//! The copies of the key. There is always at least one.

use std::sync::Arc;

use proofup_vault::{
    KeyringCopy, MemoryFault, NewEntry, NoKeyring, SecretStore, SecretStoreError, Status, Vault, VaultError,
};
use secrecy::SecretString;

use crate::world::{World, account, accounts_of, config, noon, passphrase};

/// A vault with the app's rule: the keyring alone is not enough.
fn strict(world: &World) -> Vault {
    let mut config = world.config();
    config.keyring_alone = false;
    let vault = Vault::new(config);
    vault.open(noon()).unwrap();
    vault
}

fn keep_sheet(vault: &Vault) {
    let first = SecretString::from(vault.sheet().unwrap().groups().next().unwrap().to_owned());
    vault.confirm_sheet(&[(1, first)], noon()).unwrap();
}

#[test]
fn the_first_account_needs_a_second_copy_of_the_key() {
    for give in
        [(|vault: &Vault| vault.set_passphrase(&passphrase("correct horse")).unwrap()) as fn(&Vault), keep_sheet]
    {
        let world = World::new();
        let vault = strict(&world);
        assert!(matches!(vault.add(account("anna"), noon()), Err(VaultError::SecondKeyCopyNeeded)));
        assert_eq!(accounts_of(&vault), [""; 0]);
        give(&vault);
        vault.add(account("anna"), noon()).unwrap();
    }
}

#[test]
fn an_account_of_the_own_organisation_needs_no_second_copy() {
    let world = World::new();
    let vault = strict(&world);
    vault.add(NewEntry { organisation: Some("app-1".to_owned()), ..account("anna") }, noon()).unwrap();
    assert!(matches!(vault.add(account("ben"), noon()), Err(VaultError::SecondKeyCopyNeeded)));
}

#[test]
fn existing_accounts_stay_usable() {
    let (world, vault) = World::with_accounts(&["anna"]);
    drop(vault);
    let vault = strict(&world);
    vault.add(account("ben"), noon()).unwrap();
    let id = vault.read(|entries| entries[0].id).unwrap();
    vault.rename(id, "Contoso", "anna maria", noon()).unwrap();
}

#[test]
fn lists_the_copies_of_the_key() {
    let world = World::new();
    let vault = strict(&world);
    let key_copies = vault.key_copies().unwrap();
    assert_eq!((key_copies.keyring, key_copies.passphrase, key_copies.sheet), (KeyringCopy::Holds, false, None));
    vault.set_passphrase(&passphrase("correct horse")).unwrap();
    keep_sheet(&vault);
    let key_copies = vault.key_copies().unwrap();
    assert_eq!((key_copies.passphrase, key_copies.sheet), (true, Some(noon())));
    world.store.set_fault(MemoryFault::Everything(SecretStoreError::NoAccess));
    assert_eq!(vault.key_copies().unwrap().keyring, KeyringCopy::Silent(SecretStoreError::NoAccess));
    vault.lock();
    assert!(matches!(vault.key_copies(), Err(VaultError::Locked)));
}

#[test]
fn the_last_copies_cannot_be_removed() {
    let world = World::new();
    let vault = strict(&world);
    assert!(matches!(vault.remove_from_keyring(), Err(VaultError::LastKeyCopy)));
    vault.set_passphrase(&passphrase("correct horse")).unwrap();
    assert!(matches!(vault.remove_passphrase(), Err(VaultError::LastKeyCopy)), "the keyring alone is not enough");
    vault.remove_from_keyring().unwrap();
    assert_eq!(world.store.get("vault-key").err(), Some(SecretStoreError::NoEntry));
    assert!(matches!(vault.remove_passphrase(), Err(VaultError::LastKeyCopy)));
}

#[test]
fn without_the_keyring_the_passphrase_opens_it_and_the_keyring_can_come_back() {
    let (world, vault) = World::with_accounts(&["anna"]);
    vault.set_passphrase(&passphrase("correct horse")).unwrap();
    vault.remove_from_keyring().unwrap();
    let again = world.vault();
    assert_eq!(again.open(noon()).unwrap().status, Status::Locked { passphrase_available: true });
    again.unlock(&passphrase("correct horse"), noon()).unwrap();
    again.keep_in_keyring().unwrap();
    again.keep_in_keyring().unwrap();
    assert_eq!(world.vault().open(noon()).unwrap().status, Status::Unlocked);
    assert_eq!(world.store.get("probe").err(), Some(SecretStoreError::NoEntry), "the probe is taken out again");
}

#[test]
fn a_passphrase_that_was_removed_opens_nothing() {
    let (world, vault) = World::with_accounts(&["anna"]);
    vault.set_passphrase(&passphrase("correct horse")).unwrap();
    keep_sheet(&vault);
    vault.remove_passphrase().unwrap();
    vault.remove_passphrase().unwrap();
    assert!(!world.names().iter().any(|name| name.starts_with("key-")), "{:?}", world.names());
    assert!(matches!(world.vault().unlock(&passphrase("correct horse"), noon()), Err(VaultError::NoPassphrase)));
    assert_eq!(world.vault().open(noon()).unwrap().status, Status::Unlocked);
}

#[test]
fn the_key_of_another_vault_is_never_replaced() {
    let (world, vault) = World::with_accounts(&["anna"]);
    let (other, _) = World::with_accounts(&[]);
    let theirs = other.store.get("vault-key").unwrap();
    world.store.set("vault-key", &theirs).unwrap();
    assert!(matches!(vault.key_copies().unwrap().keyring, KeyringCopy::HoldsAnother(_)));
    assert!(matches!(vault.keep_in_keyring(), Err(VaultError::KeyOfAnotherVault { .. })));
    vault.set_passphrase(&passphrase("correct horse")).unwrap();
    vault.remove_from_keyring().unwrap();
    assert_eq!(
        world.store.get("vault-key").map(|line| secrecy::ExposeSecret::expose_secret(&line).to_owned()).unwrap(),
        secrecy::ExposeSecret::expose_secret(&theirs).to_owned()
    );
}

#[test]
fn a_keyring_that_cannot_store_the_key_is_reported() {
    let world = World::new();
    let vault = Vault::new(config(world.dir(), Arc::new(NoKeyring)));
    vault.create_with_passphrase(&passphrase("correct horse"), noon()).unwrap();
    assert!(matches!(vault.keep_in_keyring(), Err(VaultError::Keyring(SecretStoreError::SwitchedOff))));
    let vault = world.vault();
    vault.unlock(&passphrase("correct horse"), noon()).unwrap();
    world.store.set_fault(MemoryFault::Truncates);
    assert!(matches!(vault.keep_in_keyring(), Err(VaultError::Keyring(SecretStoreError::Damaged))));
    world.store.set_fault(MemoryFault::None);
    assert_eq!(world.store.get("vault-key").err(), Some(SecretStoreError::NoEntry));
}
