//! Checks whether a key fits, without opening the vault.

use std::sync::Arc;

use proofup_vault::{NoKeyring, SecretStore, Status, Vault, VaultError};

use crate::world::{World, config, passphrase};

#[test]
fn checking_a_passphrase_does_not_open_the_vault() {
    let (world, open) = World::with_accounts(&["anna"]);
    assert!(!open.has_passphrase().unwrap());
    assert!(matches!(open.check_passphrase(&passphrase("correct horse")), Err(VaultError::NoPassphrase)));
    open.set_passphrase(&passphrase("correct horse")).unwrap();
    let closed = world.vault();
    assert!(closed.has_passphrase().unwrap());
    closed.check_passphrase(&passphrase("correct horse")).unwrap();
    assert!(matches!(closed.check_passphrase(&passphrase("correct hors")), Err(VaultError::WrongPassphrase)));
    assert_eq!(closed.status().unwrap(), Status::Locked { passphrase_available: true });
}

#[test]
fn checking_the_keyring_compares_the_key_of_this_vault() {
    let (world, open) = World::with_accounts(&["anna"]);
    open.check_keyring().unwrap();
    world.vault().check_keyring().unwrap();
    assert_eq!(world.vault().status().unwrap(), Status::Locked { passphrase_available: false });

    let other = World::with_accounts(&["ben"]).0;
    world.store.write("vault-key", &other.store.get("vault-key").unwrap()).unwrap();
    assert!(matches!(open.check_keyring(), Err(VaultError::KeyOfAnotherVault { .. })));
    assert!(matches!(world.vault().check_keyring(), Err(VaultError::KeyOfAnotherVault { .. })));

    world.store.delete("vault-key").unwrap();
    assert!(matches!(open.check_keyring(), Err(VaultError::KeyMissing { .. })));
    let without = Vault::new(config(world.dir(), Arc::new(NoKeyring)));
    assert!(matches!(without.check_keyring(), Err(VaultError::KeyMissing { .. })));
}
